package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import orquesta.autograder.isolation.Level;

/** A grader that is killed ends nobody; what it has started ends by itself. */
class KilledGraderTest {
    private static final long LOOK_MILLIS = 50;

    @Test
    void an_answer_without_end_does_not_outlive_its_grader() throws Exception {
        assumeThat(Given.isolation().level())
                .isEqualTo(Level.NAMESPACES); // elsewhere a process of the answer's own may stay
        Process grader = grader();
        try (BufferedReader said = grader.inputReader()) {
            assertThat(said.readLine()).isEqualTo("grading");
            List<ProcessHandle> started = startedBy(grader);
            grader.destroyForcibly().waitFor();

            CompletableFuture<?>[] ends =
                    started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(ends).get(60, TimeUnit.SECONDS);
            assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        } finally {
            grader.destroyForcibly();
        }
    }

    private static Process grader() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, Endless.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** All below it, once the answer has left a mark: a process of its own. */
    private static List<ProcessHandle> startedBy(Process grader) throws InterruptedException {
        while (grader.isAlive()) {
            List<ProcessHandle> below = grader.descendants().toList();
            if (below.stream().anyMatch(each -> each.info().command().orElse("").endsWith("sleep"))) {
                return below;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("the grader ended by itself");
    }

    /** Grades an answer that never comes back. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] args) {
            String statements = "new ProcessBuilder(\"sleep\", \"97\").start(); Thread.sleep(99_999); return null;";
            System.out.println("grading");
            Given.grade(Given.method(statements));
        }
    }
}
