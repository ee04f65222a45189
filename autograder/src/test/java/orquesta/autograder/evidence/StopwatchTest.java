package orquesta.autograder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** It stands in the queue for seconds at a stretch. */
    private static final String OTHERS_FIRST = "--idle";

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final int MOST_LOOKS = 60;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process onOneProcessor(String code) throws IOException {
        return onOneProcessor("--other", code);
    }

    private Process onOneProcessor(String policy, String code) throws IOException {
        Process process = new ProcessBuilder("taskset", "-c", "0", "chrt", policy, "0", "sh", "-c", code).start();
        started.add(process);
        return process;
    }

    /** It has begun to look at a process. */
    private static Stopwatch watch(Process process) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        Stopwatch watch = new Stopwatch(LIMIT, deadline, new ProcessTree(process, "none"));
        assertThat(watch.trouble()).isNull();
        return watch;
    }

    /** What the watch says some time later. */
    private static @Nullable Ending after(Duration wait, Stopwatch watch) throws InterruptedException {
        Thread.sleep(wait.toMillis());
        return watch.trouble();
    }

    @Test
    void code_that_gets_no_processor_does_not_wait_nor_uses_up_the_patience_in_the_queue() throws Exception {
        for (int i = 0; i < 3; i++) {
            onOneProcessor(BUSY);
        }
        Stopwatch watch = watch(onOneProcessor(OTHERS_FIRST, BUSY));

        assertThat(after(LIMIT.plusMillis(100), watch)).as("of the limit").isNull();
        assertThat(after(LIMIT.multipliedBy(Stopwatch.PATIENCE), watch))
                .as("of the patience")
                .isNull();
    }

    @Test
    void code_that_works_a_little_and_sleeps_comes_to_the_end_of_the_patience() throws Exception {
        String naps = "while :; do i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done; sleep 0.05; done";

        Stopwatch watch = watch(onOneProcessor(naps));

        @Nullable Ending end = null;
        for (int looks = 0;
                end == null && looks < MOST_LOOKS;
                looks++) { // on a busy machine it stands in the queue, too
            end = after(LIMIT, watch);
        }
        assertThat(end).isEqualTo(Ending.TOO_SLOW);
    }

    @Test
    void code_that_sleeps_waits() throws Exception {
        Duration beforePatienceEnds = LIMIT.multipliedBy(Stopwatch.PATIENCE).minusMillis(200);

        Process sleeper = onOneProcessor("exec sleep 60");
        Path state = Path.of("/proc/" + sleeper.pid() + "/stat");
        while (!Files.readString(state).contains("(sleep) S")) { // to begin is work, for which it may have to queue
            Thread.sleep(1);
        }

        assertThat(after(beforePatienceEnds, watch(sleeper))).isEqualTo(Ending.TOO_SLOW);
    }
}
