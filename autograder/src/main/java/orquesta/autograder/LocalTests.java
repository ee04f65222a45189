package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.evidence.OwnChildren;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestWitness;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.junit.TestRunner;
import orquesta.autograder.report.TestRun;
import orquesta.autograder.report.TestSources;
import orquesta.autograder.submission.Submission;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Runs the tests that lie beside an answer, on the answer of the checkout: for the student, without points or a result. */
public final class LocalTests {
    private final Workplace workplace;

    public LocalTests(Workplace workplace) {
        this.workplace = workplace;
    }

    /** The tests of an exercise; trouble of ours is tried once more. */
    public TestRun run(String name) {
        try (Compiler compiler = new Compiler(workplace.image())) {
            return run(name, compiler);
        } catch (IOException e) {
            throw new UserException(name, "grade.io", e.toString());
        }
    }

    /** The same with a compiler that stays warm. */
    TestRun run(String name, Compiler compiler) {
        ExerciseFolder folder = workplace.exercises().find(name);
        Exercise exercise = ExerciseReader.read(folder);
        folder.makeAnswer(exercise);
        TestSources tests = new TestSources(Submission.withoutReserved(ExerciseFolder.sources(folder.test())));
        if (tests.texts().isEmpty()) {
            return TestRun.impossible(exercise, tests, List.of(Message.of("tests.no_folder", shown(folder.test()))));
        }
        try {
            return run(exercise, folder, tests, compiler);
        } catch (IOException first) {
            try {
                return run(exercise, folder, tests, compiler);
            } catch (IOException again) {
                return TestRun.impossible(exercise, tests, List.of(Message.of("tests.infra", again.toString())));
            }
        }
    }

    private String shown(Path path) {
        return workplace.root().relativize(path).toString().replace('\\', '/');
    }

    private TestRun run(Exercise exercise, ExerciseFolder folder, TestSources tests, Compiler compiler)
            throws IOException {
        SortedMap<String, String> start = ExerciseFolder.sources(folder.start());
        Submission answer = Submission.of(exercise.id(), ExerciseFolder.sources(folder.answer()));
        SortedMap<String, String> sources = answer.withGiven(exercise, start);
        Optional<String> twice =
                sources.keySet().stream().filter(tests.texts()::containsKey).findFirst();
        if (twice.isPresent()) {
            return TestRun.impossible(exercise, tests, List.of(Message.of("tests.twice", twice.get())));
        }
        Path work = WorkFolder.fresh(workplace.cache());
        try {
            TestCompilation compilation = new TestCompilation(compiler, workplace.testImage(), work);
            return run(exercise, tests, compilation, sources);
        } finally {
            Places.delete(work);
        }
    }

    private TestRun run(
            Exercise exercise, TestSources tests, TestCompilation compilation, SortedMap<String, String> answer)
            throws IOException {
        Path classes = Files.createDirectories(compilation.work().resolve("classes"));
        Path home = Files.createDirectories(compilation.work().resolve("home"));
        ChildSandbox sandbox =
                new ChildSandbox(workplace.isolation(workplace.image()).level(), compilation.image());
        ChildSandbox.Room room =
                new ChildSandbox.Room(classes, home, exercise.within().heapMegabytes(), 0);
        try (TestWitness witness = new TestWitness(sandbox, exercise.within(), room, new OwnChildren())) {
            List<Message> problems = compilation.problems(answer, new TreeMap<>(tests.texts()));
            if (!problems.isEmpty()) {
                return TestRun.impossible(exercise, tests, problems);
            }
            TestStory story = witness.hear();
            return new TestRun(exercise, tests, unheard(story, tests, classes), story);
        }
    }

    /** Why there is not a single test, if so. */
    private static List<Message> unheard(TestStory story, TestSources tests, Path classes) {
        if (!story.methods().isEmpty()) {
            return List.of();
        } else if (story.trouble().isPresent()) {
            return List.of(Message.of("tests.infra", story.trouble().get().how()));
        }
        return NoTests.told(story, tests, classes.resolve(TestRunner.TESTS));
    }
}
