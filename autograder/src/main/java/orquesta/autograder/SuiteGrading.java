package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import orquesta.autograder.Grading.Verdicts;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestWitness;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.judge.Difference;
import orquesta.autograder.judge.SuiteJudge;
import orquesta.autograder.junit.TestRunner;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.Marking;
import orquesta.autograder.result.Reason;
import orquesta.autograder.submission.Submission;
import orquesta.text.Message;

/** Grades a student's tests: on every right version first, and where all pass there, on each planted mistake. */
record SuiteGrading(Exercise exercise, Questions.Versions asked, Level level, Bench bench) {
    /** @param work an empty folder */
    Verdicts verdicts(SortedMap<String, String> handed, Path work, Compiler compiler) throws IOException {
        SortedMap<String, String> tests = new TreeMap<>(Submission.withoutReserved(handed));
        tests.keySet().removeAll(exercise.given());
        Path classes = Files.createDirectories(work.resolve("tests"));
        List<Path> path = new ArrayList<>(asked.image().libraries());
        path.add(0, asked.versions().right().get(0));
        Compiler.Outcome outcome = compiler.compile(tests, work.resolve("src"), classes, path);
        if (outcome.lost()) {
            List<Message> lost = List.of(Message.of("grade.compiler_lost"));
            return Verdicts.none(Status.COMPILE_ERROR, lost, exercise);
        }
        if (!outcome.compiled()) {
            List<Message> problems = CompileReport.ofSuite(outcome.errors(), tests);
            Bilingual reason = Bilingual.of(CompileReport.brief(problems, outcome.errors()));
            return new Verdicts(Status.COMPILE_ERROR, problems, reason, Marking.notRun(exercise), "");
        }
        List<Checked> checks = judged(classes, work);
        return new Verdicts(Status.GRADED, List.of(), Reason.of(checks), checks, "");
    }

    private List<Checked> judged(Path tests, Path work) throws IOException {
        SuiteJudge judge = new SuiteJudge(bench.within(exercise).caseSeconds());
        Optional<Difference> wrong = Optional.empty();
        for (Path right : asked.versions().right()) {
            wrong = wrong.isPresent() ? wrong : judge.onRight(story(right, tests, work));
        }
        Map<String, Checked> checked = new HashMap<>();
        for (GradedCheck check : exercise.ofKind(Kind.RIGHT)) {
            checked.put(check.id(), Marking.judged(check, wrong));
        }
        boolean mutants = !asked.versions().mutants().isEmpty();
        for (GradedCheck check : exercise.ofKind(Kind.MUTANT)) {
            checked.put(
                    check.id(),
                    wrong.isEmpty() && mutants
                            ? Marking.judged(check, judge.onMutant(story(mutant(check), tests, work)))
                            : Marking.notRun(check));
        }
        List<Checked> all = exercise.checks().stream()
                .map(check -> checked.getOrDefault(check.id(), Marking.notRun(check)))
                .toList();
        return mutants ? Marking.rulesNeedMore(exercise, all) : all;
    }

    private Path mutant(GradedCheck check) {
        return asked.versions().folder().resolve("mutants").resolve(String.valueOf(check.mutant()));
    }

    /** What the tests do on one version, which lies beside them. */
    private TestStory story(Path version, Path tests, Path work) throws IOException {
        Path place = work.resolve("version");
        Places.empty(place);
        Path classes = Files.createDirectories(place.resolve("classes"));
        Places.copy(version, classes.resolve(TestRunner.ANSWER));
        Places.copy(tests, classes.resolve(TestRunner.TESTS));
        Path home = Files.createDirectories(place.resolve("home"));
        ChildSandbox.Room room = bench.room(classes, home, exercise);
        ChildSandbox sandbox = new ChildSandbox(level, asked.image());
        try (TestWitness witness = new TestWitness(sandbox, bench.within(exercise), room, bench.children())) {
            return witness.hear();
        }
    }
}
