package orquesta.autograder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.isolation.ProcessTree;

/** Real processes on a processor that others keep busy. */
@Tag("once")
@EnabledOnOs(OS.LINUX)
class StopwatchTest {
    private static final String BUSY = "while :; do :; done";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process onOneProcessor(int nice, String code) throws IOException {
        Process process =
                new ProcessBuilder("taskset", "-c", "0", "nice", "-n", String.valueOf(nice), "sh", "-c", code).start();
        started.add(process);
        return process;
    }

    /** What the watch says once the limit is over, and long before its patience is. */
    private static @Nullable Ending afterTheLimit(Process process) throws InterruptedException {
        return after(LIMIT.plusMillis(200), LIMIT, process);
    }

    private static @Nullable Ending after(Duration wait, Duration limit, Process process) throws InterruptedException {
        Stopwatch watch = new Stopwatch(
                limit, System.nanoTime() + Duration.ofMinutes(5).toNanos(), new ProcessTree(process, "none"));
        assertThat(watch.trouble()).isNull();
        Thread.sleep(wait.toMillis());
        return watch.trouble();
    }

    @Test
    void code_that_gets_no_processor_does_not_wait() throws Exception {
        for (int i = 0; i < 3; i++) {
            onOneProcessor(0, BUSY);
        }

        assertThat(afterTheLimit(onOneProcessor(19, BUSY))).isNull();
    }

    @Test
    void its_time_in_the_queue_does_not_use_up_the_patience() throws Exception {
        for (int i = 0; i < 3; i++) {
            onOneProcessor(0, BUSY);
        }
        Duration limit = Duration.ofMillis(500);

        assertThat(after(limit.multipliedBy(Stopwatch.PATIENCE + 1), limit, onOneProcessor(19, BUSY)))
                .isNull();
    }

    @Test
    void code_that_works_a_little_and_sleeps_comes_to_the_end_of_the_patience() throws Exception {
        Duration limit = Duration.ofMillis(500);
        String naps = "while :; do i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done; sleep 0.05; done";

        assertThat(after(limit.multipliedBy(Stopwatch.PATIENCE + 1), limit, onOneProcessor(0, naps)))
                .isEqualTo(Ending.TOO_SLOW);
    }

    @Test
    void code_that_sleeps_waits() throws Exception {
        assertThat(afterTheLimit(onOneProcessor(0, "sleep 60"))).isEqualTo(Ending.TOO_SLOW);
    }
}
