package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.OwnJvm;
import orquesta.load.Fuentes;

/** What keeps {@code kit serve} from serving; what it serves is tested with the pages. */
class ServeTest {
    @TempDir
    Path folder;

    private Path tienda;

    @BeforeEach
    void write() throws IOException {
        tienda = folder.resolve("tienda");
        Fuentes.write(tienda, Fuentes.TIENDA);
    }

    private Console serve(String language, Object port) {
        return Console.in(language, "serve", tienda, "--home", folder.resolve("home"), "--port", port);
    }

    @Test
    void a_port_in_use_is_told_with_another_and_ends_with_2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Console english = serve("en", taken.getLocalPort());
            Console spanish = serve("es", taken.getLocalPort());

            assertThat(english.exit()).isEqualTo(2);
            assertThat(english.err()).contains("the port " + taken.getLocalPort() + " is in use", "--port ");
            assertThat(spanish.err()).contains("el puerto " + taken.getLocalPort() + " está en uso");
            assertThat(english.out()).isEmpty();
        }
    }

    @Test
    void what_is_no_port_is_told_with_one_that_is() {
        assertThat(serve("en", 70_000).err()).contains("70000 is no port", "--port 8800");
        assertThat(serve("es", -1).err()).contains("-1 no es un puerto");
    }

    @Test
    @Timeout(300)
    void files_with_a_mistake_are_told_under_a_heading_and_served() throws IOException {
        Fuentes.write(tienda, Fuentes.TIENDA.replace("class Tienda {", "class Tienda { int x = \"no\";"));
        ProcessBuilder serving = new ProcessBuilder(OwnJvm.command(
                        "orquesta.cli.Main",
                        "serve",
                        tienda.toString(),
                        "--home",
                        folder.resolve("home").toString(),
                        "--port",
                        "0"))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        serving.environment().put("ORQUESTA_LANG", "es");
        Process process = serving.start();
        try (BufferedReader told = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(told.lines().takeWhile(line -> !line.startsWith("Ctrl-C")))
                    .containsSubsequence("Los archivos tienen un error y todavía no hay una versión buena de ellos.")
                    .anySatisfy(line -> assertThat(line).startsWith("Tienda.java:"))
                    .contains("tienda: las rutas parten en " + tienda + ", home " + folder.resolve("home"));
        } finally {
            process.destroyForcibly().onExit().join(); // before its home is removed
        }
    }

    @Test
    void an_unknown_pipeline_ends_with_2() {
        Console said = Console.kit("serve", folder.resolve("nada"), "--home", folder.resolve("home"));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("nada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "daemon"})
    void an_option_may_stand_between_two_pipelines(String command) {
        Console said = Console.kit(
                command, folder.resolve("nada"), "--home", folder.resolve("home"), folder.resolve("tampoco"));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("nada").doesNotContain("means nothing here");
    }
}
