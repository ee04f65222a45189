package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.OwnJvm;
import orquesta.load.Fuentes;
import orquesta.reports.Mounts;
import orquesta.run.Runs;
import orquesta.testkit.TestHome;

/** A disk that is full under the home itself: one sentence, exit 1, and with room again the home goes on. */
@Tag("once")
class FullHomeTest {
    private static final String LLENA = """
            import java.io.OutputStream;
            import java.nio.file.*;
            import orquesta.asset.*;
            import orquesta.definition.*;

            public class Llena {
                @Asset Relation antes() { return Relation.rows("v", "1"); }

                @Asset Relation llena(Relation antes) throws Exception {
                    try (OutputStream out = Files.newOutputStream(Path.of(System.getenv("RELLENO")))) {
                        while (true) {
                            out.write(new byte[4096]);
                        }
                    } catch (java.io.IOException full) {
                        return antes;
                    }
                }

                public static Definitions definitions() { return Definitions.of(new Llena()); }
            }
            """;

    @TempDir
    Path temp;

    private final Mounts mounts = new Mounts();
    private Path home;
    private Path filling;

    @BeforeEach
    void mount() throws IOException {
        home = mounts.tmpfs(temp.resolve("home"), "2m");
        filling = home.resolve("relleno");
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA);
        Fuentes.write(temp.resolve("llena"), LLENA);
    }

    @AfterEach
    void unmount() {
        mounts.close();
    }

    /** Runs a command of {@code kit} in a JVM of its own. */
    private Console kit(String... words) throws Exception {
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(OwnJvm.command("orquesta.cli.Main"))
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeIf(name -> name.startsWith("ORQUESTA"));
        builder.environment().put("ORQUESTA_LANG", "en");
        builder.environment().put("ORQUESTA_HOME", home.toString());
        builder.environment().put("RELLENO", filling.toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Console(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void fillAllBut(int kilobytes) throws IOException {
        long free = Files.getFileStore(home).getUsableSpace() - kilobytes * 1024L;
        Files.write(filling, new byte[(int) Math.max(0, free)]);
    }

    private static void assertOneSentence(Console said) {
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).doesNotContain("\tat ", "fault of the kit", "Exception:");
        assertThat(said.err().lines().filter(line -> line.contains("make room")))
                .as(said.err())
                .hasSize(1);
    }

    /** The runs that the home knows once there is room again and it has run one more, newest first. */
    private List<String> runsAfterOneMore() throws IOException {
        Files.delete(filling);
        try (TestHome after = TestHome.in(home)) {
            assertThat(Runs.of(asset("a"), asset("b", "a")).in(after).reason()).isEqualTo("2 ok (assets and checks)");
            return after.history().runs(10).stream()
                    .map(run -> run.id().pipeline() + " " + run.status().text())
                    .toList();
        }
    }

    @Test
    void a_home_that_cannot_even_be_made_says_so() throws Exception {
        fillAllBut(0);

        assertOneSentence(kit("run", "tienda"));
        assertThat(runsAfterOneMore()).containsExactly("test ok");
    }

    @Test
    void a_home_without_room_for_another_run_says_so() throws Exception {
        try (TestHome before = TestHome.in(home)) {
            Runs.of(asset("a")).in(before);
        }
        fillAllBut(40); // what SQLite shares between processes fits, the events of a run do not

        assertOneSentence(kit("run", "tienda"));
        assertThat(runsAfterOneMore()).containsExactly("test ok", "test ok");
    }

    @Test
    void a_disk_that_a_step_fills_ends_the_run_and_the_next_start_brings_it_to_its_end() throws Exception {
        assertOneSentence(kit("run", "llena"));

        assertThat(runsAfterOneMore()).containsExactly("test ok", "llena crashed");
    }
}
