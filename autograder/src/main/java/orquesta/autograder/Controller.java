package orquesta.autograder;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.compile.TestLoader;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.WorkFolder;
import orquesta.autograder.isolation.Archives;
import orquesta.autograder.isolation.ChildImage;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.Marking;
import orquesta.autograder.submission.Submission;
import orquesta.text.Message;

/** Grades submissions one after the other, with a compile worker that starts when it is needed and stays warm. It never loads a student's class. */
public final class Controller implements AutoCloseable {
    private final Isolation isolation;
    private final ChildSandbox sandbox;
    private final Compiler compiler;
    private final Clock clock;
    private final Bench bench;

    public Controller(Bench bench, Compiler compiler, Isolation isolation, Clock clock) throws IOException {
        this.bench = bench;
        this.isolation = isolation;
        this.sandbox = new ChildSandbox(isolation.level(), compiler.image());
        this.compiler = compiler;
        this.clock = clock;
        WorkFolder.sweep(bench.cache());
    }

    /**
     * An exercise with its cases, to be used for many submissions.
     *
     * @param teacher to grade for a teacher: on the seed in {@code .teacher/}, and with the data of hidden checks
     */
    public Prepared prepare(ExerciseFolder folder, boolean teacher) throws IOException {
        Exercise exercise = ExerciseReader.read(folder);
        long seed = teacher ? folder.teacherSeed().orElse(exercise.seed()) : exercise.seed();
        return prepare(folder, seed, teacher);
    }

    /** The same on any seed. */
    public Prepared prepare(ExerciseFolder folder, long seed, boolean teacher) throws IOException {
        Exercise exercise = ExerciseReader.read(folder);
        boolean teachers = teacher && folder.teacherSeed().isPresent();
        SortedMap<String, String> start = ExerciseFolder.sources(folder.start());
        SortedMap<String, String> judges = ExerciseFolder.sources(folder.cases());
        judges.putAll(ExerciseFolder.sources(folder.checks()));
        judges.putAll(start);
        QuestionMaker maker = new QuestionMaker(folder, exercise, bench.cache(), compiler);
        Questions questions = maker.questions(seed);
        String hash = Hash.of(judges, ExerciseFolder.read(folder.json()) + seed + questions.stamp());
        String name = teachers ? "teacher" : "practice";
        PreparedExercise asked = new PreparedExercise(
                exercise, start, questions, tests(folder, exercise), name, folder.explanation(), hash);
        return new Prepared(asked, teacher);
    }

    private Optional<PreparedExercise.Tests> tests(ExerciseFolder folder, Exercise exercise) throws IOException {
        if (exercise.ofKind(Kind.TEST).isEmpty()) {
            return Optional.empty();
        }
        ChildImage image = ChildImage.ofTests(bench.cache());
        new Archives(image).ensureOfTests();
        return Optional.of(new PreparedExercise.Tests(
                new TestLoader(bench.cache(), image.libraries()).compiled(folder, compiler), image));
    }

    /** An exercise ready to be graded against. */
    public static final class Prepared {
        private final PreparedExercise asked;
        private final boolean teacher;

        private Prepared(PreparedExercise asked, boolean teacher) {
            this.asked = asked;
            this.teacher = teacher;
        }

        public Exercise exercise() {
            return asked.exercise();
        }

        /** {@code practice}, {@code teacher}. */
        public String seed() {
            return asked.seed();
        }

        public String hash() {
            return asked.hash();
        }

        /** The values of lines of a text, and of misconceptions: {@code line.misconception}. */
        public Map<String, String> answers() {
            return asked.answers();
        }
    }

    /** The result; trouble of ours, of any kind, is tried once more, and then said of this one alone, never a zero. */
    public GradeResult grade(Prepared prepared, Submission submission) {
        OffsetDateTime started = now();
        PreparedExercise asked = prepared.asked;
        Grading grading = new Grading(asked, compiler, sandbox, bench);
        Grading.Verdicts verdicts;
        try {
            verdicts = grading.verdicts(submission);
        } catch (IOException | RuntimeException | Error first) {
            try {
                verdicts = grading.verdicts(submission);
            } catch (IOException | RuntimeException | Error again) {
                verdicts = Grading.Verdicts.none(
                        Status.INFRA_ERROR, List.of(Message.of("grade.infra", again.toString())), asked.exercise());
            }
        }
        GradeResult plain = result(asked, submission, verdicts, started);
        GradeResult result = plain.full() ? plain.explained(asked.explanation()) : plain;
        return prepared.teacher ? result : result.forStudent();
    }

    private GradeResult result(
            PreparedExercise asked, Submission submission, Grading.Verdicts verdicts, OffsetDateTime started) {
        return new GradeResult(
                GradeResult.SCHEMA,
                new GradeResult.GradedAnswer(
                        asked.exercise().id(), asked.hash(), asked.exercise().title(), submission.id()),
                new GradeResult.Circumstances(
                        "orquesta 0.1",
                        Runtime.version().toString(),
                        asked.seed(),
                        isolation.level().code(),
                        isolation.escapes(),
                        started.toString(),
                        now().toString()),
                verdicts.status(),
                Marking.score(verdicts.checks()),
                asked.exercise().points(),
                verdicts.problems().stream().map(Bilingual::of).toList(),
                verdicts.reason(),
                submission.remark().map(Bilingual::of).orElse(Bilingual.NONE),
                verdicts.checks(),
                verdicts.printed(),
                Bilingual.NONE,
                null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        bench.children().close();
        compiler.close();
    }
}
