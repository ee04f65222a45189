package orquesta.autograder.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import orquesta.autograder.Controller;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.submission.Handed;
import orquesta.autograder.submission.HandedReader;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;
import orquesta.text.UserException;

/** Grades a folder of submissions, as many at once as there are lanes; one cannot harm another. */
public final class Batch {
    private final Workplace workplace;
    private final Isolation isolation;
    private final Path out;
    private final int lanes;
    private final Gathered gathered = new Gathered();

    /**
     * Grades into a folder.
     *
     * @param out where the journal and the reports are written
     */
    public Batch(Workplace workplace, Isolation isolation, Path out, int lanes) {
        this.workplace = workplace;
        this.isolation = isolation;
        this.out = out;
        this.lanes = lanes;
    }

    private record Work(Handed handed, ExerciseFolder exercise, boolean again) {}

    /** Is told what is graded now, and what is known from before. */
    public interface Progress {
        /** Once, before all: the names of the submissions, and the points of each exercise. */
        default void begins(List<String> submissions, Map<String, Double> points) {}

        void graded(GradeResult result);

        /** The result of an earlier batch, since nothing has changed. */
        default void kept(GradeResult result) {}
    }

    /** What its reports show beside the results; known as the batch goes. */
    public Background background() {
        return gathered.background();
    }

    public List<GradeResult> grade(Path folder, BatchScope wanted, Progress progress) throws IOException {
        List<Handed> handed = handed(folder);
        Set<String> again = wanted.again(handed);
        BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
        List<ExerciseFolder> exercises = exercises(handed, wanted.exercise(), folder);
        Map<String, Double> points = new TreeMap<>();
        for (ExerciseFolder each : exercises) {
            Exercise exercise = read(each);
            points.put(each.name(), exercise.points());
            gathered.add(exercise.id(), ExerciseNotes.of(each));
        }
        progress.begins(handed.stream().map(Handed::id).toList(), points);
        for (ExerciseFolder exercise : exercises) {
            handed.forEach(each -> queue.add(new Work(each, exercise, again.contains(each.id()))));
        }
        Files.createDirectories(out);
        workplace.image();
        try (Journal journal = Journal.of(Places.version(Batch.class), out)) {
            List<GradeResult> results = new ArrayList<>();
            ExecutorService pool = Executors.newFixedThreadPool(lanes);
            try {
                List<Future<List<GradeResult>>> running = new ArrayList<>();
                for (int lane = 0; lane < lanes; lane++) {
                    int number = lane;
                    running.add(pool.submit(() -> work(queue, journal, number, progress)));
                }
                for (Future<List<GradeResult>> each : running) {
                    results.addAll(finished(each));
                }
            } finally {
                pool.shutdownNow();
            }
            results.sort(ClassList.of(Language.current()));
            return results;
        }
    }

    private List<GradeResult> work(BlockingQueue<Work> queue, Journal journal, int lane, Progress progress)
            throws IOException {
        List<GradeResult> results = new ArrayList<>();
        TreeMap<String, Controller.Prepared> prepared = new TreeMap<>();
        Set<String> ids = Set.copyOf(workplace.exercises().names());
        try (Controller controller = workplace.laneOfBatch(isolation, lane)) {
            for (Work next = queue.poll(); next != null; next = queue.poll()) {
                String name = next.exercise.name();
                if (!prepared.containsKey(name)) {
                    prepared.put(name, controller.prepare(next.exercise, true));
                }
                Controller.Prepared exercise = prepared.get(name);
                String key = key(exercise, next.handed);
                Submission answer = next.handed.answer(exercise.exercise(), ids);
                gathered.add(exercise.exercise(), answer);
                Optional<GradeResult> known = next.again ? Optional.empty() : journal.find(key);
                if (known.isEmpty()) {
                    GradeResult result = controller.grade(exercise, answer);
                    journal.add(key, result);
                    progress.graded(result);
                    known = Optional.of(result);
                } else {
                    progress.kept(known.get());
                }
                results.add(known.get());
            }
        }
        return results;
    }

    /** Changes when anything does that a result depends on; the language is none of that. */
    private String key(Controller.Prepared prepared, Handed handed) {
        String problem = handed.problem().map(why -> why.key() + why.args()).orElse("");
        return Hash.of(
                handed.sources(),
                String.join(" ", handed.id(), prepared.hash(), isolation.level().code(), problem));
    }

    private static List<GradeResult> finished(Future<List<GradeResult>> lane) throws IOException {
        try {
            return lane.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserException user) {
                throw user;
            }
            throw new IOException(e.getCause());
        }
    }

    private List<Handed> handed(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return new Inbox(folder, out).read();
        }
        if (!HandedReader.isZip(folder) || !Files.isRegularFile(folder)) {
            throw new UserException(folder.toString(), "batch.no_folder");
        }
        Path unpacked = out.resolve(".unpacked");
        try {
            new PlatformZip(folder).unpack(unpacked);
            return new Inbox(unpacked, out).read();
        } finally {
            Places.delete(unpacked);
        }
    }

    private List<ExerciseFolder> exercises(List<Handed> handed, Optional<String> only, Path folder) {
        if (only.isPresent()) {
            return List.of(workplace.exercises().find(only.get()));
        }
        List<Exercise> known = workplace.exercises().names().stream()
                .map(name -> read(workplace.exercises().find(name)))
                .toList();
        List<ExerciseFolder> found = known.stream()
                .map(Exercise::id)
                .filter(id ->
                        handed.stream().anyMatch(each -> each.exercises(known).contains(id)))
                .map(workplace.exercises()::find)
                .toList();
        if (found.isEmpty()) {
            throw new UserException(
                    folder.toString(), "batch.no_answers", workplace.exercises().names());
        }
        return found;
    }

    private static Exercise read(ExerciseFolder folder) {
        try {
            return ExerciseReader.read(folder);
        } catch (UncheckedIOException e) {
            throw new UserException(folder.name(), "grade.io", e.toString());
        }
    }
}
