package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;

/** A process that is stopped (Ctrl-Z, a closed lid) is not dead: its run waits, others wait for it and say so. */
@DisabledOnOs(OS.WINDOWS)
class StoppedProcessTest {
    @TempDir
    Path home;

    private static void signal(String name, Child child) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(child.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    @Test
    void others_wait_for_it_by_name_and_it_goes_on_when_it_wakes() throws Exception {
        try (Child first = Child.start(home, "wait")) {
            first.until("ready");
            signal("STOP", first);
            try (Child second = Child.start(home, "wait")) {
                assertThat(second.until("waits: "))
                        .isEqualTo("waits: medio waiting: waits for run 1, which computes medio now");
                try (Orchestrator looks = Orchestrator.at(home)) {
                    assertThat(looks.history().runs(10))
                            .extracting(RunRecord::status)
                            .containsExactly(RunStatus.RUNNING, RunStatus.RUNNING);
                }
                signal("CONT", first);
                first.go();
                assertThat(first.exit()).isZero();
                second.until("ready");
                second.go();
                assertThat(second.exit()).isZero();
            }
            assertThat(first.said()).contains("ended ok");
        }
        try (Orchestrator after = Orchestrator.at(home)) {
            assertThat(after.history().runs(10))
                    .extracting(RunRecord::status)
                    .containsExactly(RunStatus.OK, RunStatus.OK);
        }
    }
}
