package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.isolation.ChildImage;
import orquesta.autograder.junit.TestRunner;
import orquesta.text.Message;

/** Compiles an answer against the JDK alone, then tests against the answer, JUnit and AssertJ; each into a folder of its own. */
record TestCompilation(Compiler compiler, ChildImage image, Path work) {

    /** What does not compile, the answer before the tests; nothing if all did. */
    List<Message> problems(SortedMap<String, String> answer, SortedMap<String, String> tests) throws IOException {
        Path classes = classes(TestRunner.ANSWER);
        Files.createDirectories(classes(TestRunner.TESTS));
        Compiler.Outcome first = compiler.compile(answer, work.resolve("src"), classes, List.of(classes));
        if (!first.compiled()) {
            return first.lost() ? lost() : CompileReport.of(first.errors(), answer);
        }
        List<Path> path = new ArrayList<>(image.libraries());
        path.add(0, classes);
        Compiler.Outcome second = compiler.compile(tests, work.resolve("test"), classes(TestRunner.TESTS), path);
        if (!second.compiled()) {
            return second.lost() ? lost() : CompileReport.ofTests(second.errors());
        }
        return List.of();
    }

    private Path classes(String folder) {
        return work.resolve("classes").resolve(folder);
    }

    private static List<Message> lost() {
        return List.of(Message.of("grade.compiler_lost"));
    }
}
