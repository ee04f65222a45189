package orquesta.autograder;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import orquesta.autograder.compile.CompileError;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.evidence.Evidence;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestWitness;
import orquesta.autograder.evidence.Witness;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.judge.Difference;
import orquesta.autograder.judge.DifferenceKind;
import orquesta.autograder.judge.Judge;
import orquesta.autograder.judge.TestJudge;
import orquesta.autograder.judge.TrialJudge;
import orquesta.autograder.junit.TestRunner;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.Marking;
import orquesta.autograder.result.Reason;
import orquesta.autograder.rules.ByteCode;
import orquesta.autograder.rules.Rules;
import orquesta.autograder.rules.Shape;
import orquesta.autograder.submission.Submission;
import orquesta.text.Message;

/** One submission from its sources to its verdicts. */
final class Grading {
    private final PreparedExercise asked;
    private final Compiler compiler;
    private final ChildSandbox sandbox;
    private final Bench bench;

    Grading(PreparedExercise asked, Compiler compiler, ChildSandbox sandbox, Bench bench) {
        this.asked = asked;
        this.compiler = compiler;
        this.sandbox = sandbox;
        this.bench = bench;
    }

    /**
     * What came out.
     *
     * @param problems in place of verdicts where nothing could be run
     * @param reason why there are no points, in one sentence; else empty
     */
    record Verdicts(Status status, List<Message> problems, Bilingual reason, List<Checked> checks, String printed) {
        /** Nothing could be run. */
        static Verdicts none(Status status, List<Message> problems, Exercise exercise) {
            boolean told = status == Status.NOT_TRIED; // by the state, and there is no more to say
            Bilingual reason = told ? Bilingual.NONE : Reason.first(Bilingual.of(problems.get(0)));
            return new Verdicts(status, problems, reason, Marking.notRun(exercise), "");
        }
    }

    Verdicts verdicts(Submission submission) throws IOException {
        Exercise exercise = asked.exercise();
        if (submission.problem().isPresent()) {
            Status status = submission.holdsNone() ? Status.NO_ANSWER : Status.REJECTED;
            return none(status, submission.problem().stream().toList());
        }
        if (submission.isStarter(exercise, asked.start())) {
            return none(
                    Status.NOT_TRIED,
                    List.of(Message.of("grade.not_tried", exercise.answer().get(0))));
        }
        if (exercise.kind() == ExerciseKind.ANSWERS) {
            return new AnswersGrading(asked).verdicts(submission.sources());
        }
        Path work = bench.work();
        try {
            if (asked.questions() instanceof Questions.Versions versions) {
                return new SuiteGrading(exercise, versions, sandbox.level(), bench)
                        .verdicts(submission.sources(), work, compiler);
            }
            if (asked.questions() instanceof Questions.Queries queries) {
                String sql = submission.sources().getOrDefault(exercise.answer().get(0), "");
                return new SqlGrading(exercise, queries, sandbox.level(), bench).verdicts(sql, work);
            }
            return compiled(submission.withGiven(exercise, asked.start()), work);
        } finally {
            bench.children().done(work);
        }
    }

    private Verdicts compiled(SortedMap<String, String> sources, Path work) throws IOException {
        Path all = work.resolve("classes");
        Path classes = Files.createDirectories(all.resolve(TestRunner.ANSWER));
        Path home = Files.createDirectories(work.resolve("home"));
        try (Witness witness = new Witness(ofAnswer(), asked.exercise(), room(classes, home), bench.children())) {
            Compiler.Outcome outcome = compiler.compile(sources, work.resolve("src"), classes, path(classes));
            if (outcome.lost()) {
                return none(Status.COMPILE_ERROR, List.of(Message.of("grade.compiler_lost")));
            }
            if (!outcome.compiled()) {
                return notCompiled(outcome.errors(), sources);
            }
            CompletableFuture<JavaClasses> read = CompletableFuture.supplyAsync(() -> ByteCode.read(classes));
            Witness.Testimony heard = witness.hear(asked.put());
            TestStory story = story(room(all, home));
            return judged(read.join(), heard, story);
        }
    }

    /** The children of an answer that uses libraries have those, too. */
    private ChildSandbox ofAnswer() {
        return asked.image()
                .map(image -> new ChildSandbox(sandbox.level(), image))
                .orElse(sandbox);
    }

    private List<Path> path(Path classes) {
        List<Path> path = new ArrayList<>(List.of(classes));
        asked.image().ifPresent(image -> path.addAll(image.libraries()));
        return path;
    }

    private ChildSandbox.Room room(Path classes, Path home) {
        return bench.room(classes, home, asked.exercise());
    }

    /** What the author's tests did, if there are any: they lie beside the answer, in a child of the other kind. */
    private TestStory story(ChildSandbox.Room room) throws IOException {
        if (asked.tests().isEmpty()) {
            return TestStory.NONE;
        }
        PreparedExercise.Tests tests = asked.tests().get();
        Places.copy(tests.classes(), room.classes().resolve(TestRunner.TESTS));
        ChildSandbox other = new ChildSandbox(sandbox.level(), tests.image());
        try (TestWitness witness = new TestWitness(other, bench.within(asked.exercise()), room, bench.children())) {
            return witness.hear();
        }
    }

    private Verdicts judged(JavaClasses classes, Witness.Testimony heard, TestStory story) {
        Optional<Message> shape =
                Optional.ofNullable(asked.exercise().entry()).flatMap(entry -> Shape.problem(entry, classes));
        if (shape.isPresent()) {
            return none(Status.WRONG_SHAPE, shape.stream().toList());
        }
        List<Checked> checks = checks(classes, heard.cases(), new TestJudge(asked.exercise(), story));
        return new Verdicts(Status.GRADED, List.of(), Reason.of(checks), checks, heard.printed());
    }

    private List<Checked> checks(JavaClasses classes, List<List<Evidence>> heard, TestJudge tests) {
        Judge judge = new Judge(asked.exercise());
        TrialJudge trials = new TrialJudge(asked.exercise(), asked.trials(), heard);
        List<Case> cases = asked.cases();
        List<Checked> checks = new ArrayList<>();
        for (GradedCheck check : asked.exercise().checks()) {
            Optional<Difference> found = switch (check.kind()) {
                case RULE -> new Rules(classes).breach(check).map(told -> Difference.of(DifferenceKind.RULE, told));
                case TEST -> tests.difference(check);
                case DATA -> judge.difference(check, cases, heard);
                case TRIAL -> trials.difference(check);
                case ANSWER, FACT, RIGHT, MUTANT -> throw new IllegalStateException(check.id());
            };
            checks.add(Marking.judged(check, found));
        }
        return Marking.rulesNeedMore(asked.exercise(), checks);
    }

    private Verdicts notCompiled(List<CompileError> errors, SortedMap<String, String> sources) {
        List<Message> problems =
                CompileReport.of(errors, sources, asked.exercise().given());
        Bilingual reason = Bilingual.of(CompileReport.brief(problems, errors));
        return new Verdicts(Status.COMPILE_ERROR, problems, reason, Marking.notRun(asked.exercise()), "");
    }

    private Verdicts none(Status status, List<Message> problems) {
        return Verdicts.none(status, problems, asked.exercise());
    }
}
