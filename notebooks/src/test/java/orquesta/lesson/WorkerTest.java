package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.text.UserException;

class WorkerTest {
    private final Sandbox sandbox = Sandbox.open();

    @AfterEach
    void close() {
        sandbox.close();
        System.clearProperty("orquesta.lang");
    }

    @Test
    void does_what_the_command_does_in_a_terminal() {
        Worker next = sandbox.worker(
                "schedule", "next", "30 7 * * *", "--zone", "America/Santiago", "--from", "2026-09-05T12:00");

        assertThat(next.says("2026-09-06T07:30").exit()).isZero();
        assertThat(sandbox.worker("backfill").exit()).isEqualTo(2);
    }

    @Test
    void one_that_is_killed_ends_and_what_it_said_is_still_there() throws IOException {
        Path slow = slow();
        Worker worker = sandbox.worker("run", slow, "--home", sandbox.folder("casa"));

        worker.says("lento").kill();

        assertThat(worker.exit()).isNotZero();
        assertThat(worker.toString()).contains("lento").doesNotContain("published");
    }

    @Test
    void one_that_ends_without_the_words_is_told_with_what_it_said() {
        System.setProperty("orquesta.lang", "en");
        Worker lost = sandbox.worker("backfil");

        assertThatThrownBy(() -> lost.says("published"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("never said \"published\". It said:")
                .hasMessageContaining("backfill");
        System.setProperty("orquesta.lang", "es");
        assertThatThrownBy(() -> lost.says("published")).hasMessageContaining("nunca dijo \"published\". Dijo:");
    }

    @Test
    void one_that_does_not_end_in_time_is_told_with_what_it_said() throws IOException {
        System.setProperty("orquesta.lang", "es");
        Path said = sandbox.folder("dicho").resolve("dicho.txt");
        try (Worker slow = Worker.begin(said, Duration.ofSeconds(1), "run", slow(), "--home", sandbox.folder("casa"))) {
            assertThatThrownBy(slow::exit).hasMessageContaining("no ha terminado después de 1 segundos");
            System.setProperty("orquesta.lang", "en");
            assertThatThrownBy(slow::exit)
                    .hasMessageContaining("has not ended after 1 seconds")
                    .hasMessageContaining(".kill()");
        }
    }

    /** A pipeline whose only step takes ten minutes. */
    private Path slow() throws IOException {
        Path slow = sandbox.folder("lento");
        Files.writeString(slow.resolve("Lento.java"), """
                import orquesta.asset.Asset;
                import orquesta.definition.Definitions;

                public class Lento {
                    @Asset String nada() throws InterruptedException {
                        Thread.sleep(600_000);
                        return "";
                    }
                    public static Definitions definitions() {
                        return Definitions.of(new Lento());
                    }
                }
                """);
        return slow;
    }
}
