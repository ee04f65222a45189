package orquesta.autograder.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stale archive is silent and costs half a second of every grading: so it is looked at from inside the child. */
class ArchivesTest {
    private static final long SECONDS = 60;

    /** Where other tests make them, too: an archive is of use to the jar in its place alone, so it is looked at there. */
    private static final Path SHARED = Path.of("target", "autograder").toAbsolutePath();

    @TempDir
    private Path cache;

    @Test
    void both_programs_start_from_their_archives() throws Exception {
        ChildImage image = ChildImage.in(SHARED);
        new Archives(image).ensure();

        assertThat(loaded(image, "CompileWorker", JvmFlags.compiler()))
                .anyMatch(line -> line.contains("child.CompileWorker source: shared objects file"));
        assertThat(loaded(image, "Runner", JvmFlags.runner(64)))
                .anyMatch(line -> line.contains("child.Runner source: shared objects file"));
    }

    @Test
    void what_runs_tests_starts_from_its_archive_with_junit_and_assertj_in_it() throws Exception {
        ChildImage image = ChildImage.ofTests(SHARED);
        new Archives(image).ensureOfTests();

        assertThat(image.archive("TestRunner")).exists();
        assertThat(loaded(image, "TestRunner", JvmFlags.runner(64)))
                .anyMatch(line -> line.contains("junit.TestRunner source: shared objects file"));
        assertThat(image.folder().toFile().list())
                .anyMatch(name -> name.startsWith("assertj-core"))
                .anyMatch(name -> name.startsWith("junit-jupiter-engine"));
        assertThat(ChildImage.in(SHARED).libraries())
                .as("the child that grades knows the JDK alone")
                .isEmpty();
    }

    @Test
    void a_checkout_that_was_moved_makes_an_archive_for_its_new_place() throws IOException {
        ChildImage here = ChildImage.in(cache.resolve("here"));
        ChildImage there = ChildImage.in(cache.resolve("there"));

        assertThat(here.folder().getFileName()).isNotEqualTo(there.folder().getFileName());
        assertThat(ChildImage.in(cache.resolve("here"))).isEqualTo(here);
    }

    private List<String> loaded(ChildImage image, String program, List<String> flags) throws Exception {
        Path log = cache.resolve(program + ".log");
        List<String> command = image.command(program, flags);
        command.add(1 + flags.size(), "-Xlog:class+load:file=" + log);
        command.add(cache.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(log);
    }
}
