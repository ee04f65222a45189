package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.exercise.TryLog;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.SourceNames;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Handed;
import orquesta.autograder.submission.HandedReader;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Grades the answer that stands in the checkout, on the practice seed. */
public final class LocalGrading {
    private final Workplace workplace;
    private final @Nullable Level least;

    public LocalGrading(Workplace workplace) {
        this(workplace, null);
    }

    /** @param least the weakest isolation that is accepted; null for any */
    public LocalGrading(Workplace workplace, @Nullable Level least) {
        this.workplace = workplace;
        this.least = least;
    }

    /** The answer of the checkout; its folder is made from the starter where it is missing. */
    public GradeResult grade(String name) throws IOException {
        ExerciseFolder folder = workplace.exercises().find(name); // before a compiler starts
        try (Controller controller = controller()) {
            return grade(folder, controller);
        }
    }

    /** The same with a controller that stays warm. */
    GradeResult grade(ExerciseFolder folder, Controller controller) throws IOException {
        Exercise exercise = ExerciseReader.read(folder);
        folder.makeAnswer(exercise);
        SortedMap<String, String> sources = ExerciseFolder.sources(folder.answer());
        GradeResult result = controller.grade(controller.prepare(folder, false), Submission.of(exercise.id(), sources));
        if (result.status() != Status.NOT_TRIED) {
            TryLog log = new TryLog(workplace.cache());
            log.tried(exercise.id(), Hash.of(sources, ""), result.full());
            log.scored(exercise.id(), result.score());
        }
        return result;
    }

    private Controller controller() throws IOException {
        Isolation isolation = workplace.isolation(workplace.image());
        isolation.requireAtLeast(least);
        return workplace.controller(isolation, 0);
    }

    /** What is right in each line of a text, as the data of the kit decides. */
    Map<String, String> answers(ExerciseFolder folder) throws IOException {
        try (Controller controller = controller()) {
            return controller.prepare(folder, false).answers();
        }
    }

    /** One for what somebody has handed in: his code may be anything. */
    private Controller strangersController() throws IOException {
        workplace.isolation(workplace.image()).requireFitForStrangers(least, ChildSandbox.isRoot());
        return controller();
    }

    /** Grades again at each change of the answer, until the thread is interrupted. */
    public void watch(String name, Consumer<GradeResult> graded, Consumer<List<String>> out) throws IOException {
        ExerciseFolder folder = workplace.exercises().find(name);
        try (Controller controller = controller()) {
            Watch.Action again = () -> graded.accept(grade(folder, controller));
            new Watch(folder.answer(), workplace.clock()).run(again, out);
        }
    }

    /** Every exercise that the zip holds an answer to. */
    public List<GradeResult> gradeZip(Path zip) throws IOException {
        Handed handed = HandedReader.read(zip);
        List<Exercise> known = workplace.exercises().names().stream()
                .map(name -> ExerciseReader.read(workplace.exercises().find(name)))
                .toList();
        List<Exercise> answered = known.stream()
                .filter(exercise -> handed.exercises(known).contains(exercise.id()))
                .toList();
        if (answered.isEmpty()) {
            throw new UserException(
                    zip.toString(),
                    handed.problem().isPresent() ? "grade.refused" : "grade.no_answers",
                    handed.problem()
                            .map(Message::toString)
                            .orElse(String.join(", ", workplace.exercises().names())));
        }
        List<GradeResult> results = new ArrayList<>();
        Set<String> ids = Set.copyOf(workplace.exercises().names());
        try (Controller controller = strangersController()) {
            for (Exercise exercise : answered) {
                ExerciseFolder folder = workplace.exercises().find(exercise.id());
                results.add(controller.grade(controller.prepare(folder, false), handed.answer(exercise, ids)));
            }
        }
        return results;
    }

    /** What to say of a result of somebody's zip: the next step is not in this checkout. */
    public List<String> linesOfZip(GradeResult result) {
        List<String> lines = new ArrayList<>(TextReport.ofZip(result, Language.current()));
        if (!result.full()) {
            lines.add("");
            lines.add(Message.of("report.zip").toString());
        }
        return lines;
    }

    /** What to say of a result, with the next hint that was not read yet. */
    public List<String> lines(GradeResult result, Frontend frontend) {
        return lines(result, result.subject().exercise(), frontend);
    }

    /**
     * What to say of a result, with the next hint that was not read yet.
     *
     * @param exercise its name, or the path of one that lies somewhere else
     */
    public List<String> lines(GradeResult result, String exercise, Frontend frontend) {
        int hint = new Hints(workplace, exercise, frontend).next();
        Language language = Language.current();
        ExerciseFolder folder = workplace.exercises().find(exercise);
        Next next = new Next(frontend, hint, below(folder.instructions(language)), firstTest(folder));
        return TextReport.lines(result, language, next);
    }

    /** Where a test of one's own goes; empty if the exercise shows no tests. */
    private String firstTest(ExerciseFolder folder) {
        return ExerciseFolder.sources(folder.test()).keySet().stream()
                .findFirst()
                .map(file -> below(folder.test().resolve(file)))
                .orElse("");
    }

    private String below(Path file) {
        return SourceNames.below(workplace.root(), file);
    }
}
