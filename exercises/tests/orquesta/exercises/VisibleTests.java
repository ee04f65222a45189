package orquesta.exercises;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests that a student sees, compiled once and run against any answer, as the student would run them. */
final class VisibleTests {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** The jars of the class path stay open from one exercise to the next. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Path exercise;
    private final Path work;
    private final Path shared;
    private final Launcher launcher = LauncherFactory.create();
    private Map<String, String> onSolution = Map.of();

    VisibleTests(Path exercise, Path work) throws IOException {
        this.exercise = exercise;
        this.work = work;
        this.shared = work.resolve("shared");
        compile(
                Exercises.sources(exercise.resolve("start"), exercise.resolve("test")),
                System.getProperty("java.class.path"),
                shared);
    }

    /** As {@link #against} says of the teacher's solution; run when it is first asked. */
    Map<String, String> againstSolution() throws IOException, ReflectiveOperationException {
        if (onSolution.isEmpty()) {
            onSolution = against(exercise.resolve(".teacher/solution"));
        }
        return onSolution;
    }

    /** The same of the starter, which was compiled with the tests. */
    Map<String, String> againstStarter() throws IOException, ReflectiveOperationException {
        return outcomes(shared.toUri().toURL());
    }

    /** Each test by its method's name; an empty text is a pass, else what it said. */
    Map<String, String> against(Path answer) throws IOException, ReflectiveOperationException {
        Path classes = work.resolve(answer.getFileName().toString());
        compile(Exercises.sources(answer), shared.toString(), classes);
        // The answer's classes come first, so they stand in for those of the starter.
        return outcomes(classes.toUri().toURL(), shared.toUri().toURL());
    }

    private Map<String, String> outcomes(URL... urls) throws IOException, ReflectiveOperationException {
        Outcomes outcomes = new Outcomes();
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Path tests = exercise.resolve("test");
            for (Path test : Exercises.sources(tests)) {
                String name = tests.relativize(test).toString();
                run(loader.loadClass(name.replace(File.separatorChar, '.').replace(".java", "")), outcomes);
            }
        }
        return outcomes.byTest;
    }

    private void run(Class<?> tests, Outcomes outcomes) {
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .build(),
                outcomes);
    }

    private static void compile(List<Path> sources, String classPath, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> options = List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-cp", classPath);
        StringWriter said = new StringWriter();
        var units = FILES.getJavaFileObjectsFromPaths(sources);
        if (!COMPILER.getTask(said, FILES, null, options, null, units).call()) {
            throw new IllegalStateException(sources + " do not compile:\n" + said);
        }
    }

    private static final class Outcomes implements TestExecutionListener {
        private final Map<String, String> byTest = new LinkedHashMap<>();

        /** A class that fails as a whole counts too: its tests would otherwise be absent, and absent is not passed. */
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() || result.getThrowable().isPresent()) {
                byTest.put(
                        test.getDisplayName().replace("()", ""),
                        result.getThrowable().map(Throwable::toString).orElse(""));
            }
        }
    }
}
