package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** {@code kit report}: a run as one file. */
@Tag("once")
class ReportTest {
    @TempDir
    Path temp;

    private Path file;

    @BeforeEach
    void a_run_that_a_check_blocked() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA.replace("'pan', 5", "'pan', -5"));
        assertThat(Console.kit("run", temp.resolve("tienda"), "--home", home()).exit())
                .isEqualTo(3);
        file = temp.resolve("report.html");
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private Path home() {
        return temp.resolve("home");
    }

    @Test
    void it_tells_all_of_the_run_in_one_file_that_needs_no_other_and_leads_nowhere() throws IOException {
        Console console = Console.kit("report", 1, "--out", file, "--home", home());

        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains(file.toString());
        String page = Files.readString(file);
        assertThat(page)
                .contains("Run 1 · tienda", "blocked", "a negative sale", "<bdi>-5</bdi>", "leyendo ventas")
                .contains("class=\"graph\"", "CheckResult sinNegativos(", "<style>", "--failed:");
        assertThat(page)
                .doesNotContain("<script", "<form", "<button", "<link ", "src=\"", "url(\"", "http://", "https://")
                .doesNotContainPattern("(href|action)=\"(?!#)");
    }

    @Test
    void it_speaks_the_language_of_who_asks_and_does_without_sources_that_are_gone() throws IOException {
        Files.delete(temp.resolve("tienda/Tienda.java"));
        Files.delete(temp.resolve("tienda"));

        Console console = Console.in("es", "report", 1, "--out", file, "--home", home());

        assertThat(console.exit()).isZero();
        assertThat(Files.readString(file))
                .contains("<html lang=\"es\"", "Ejecución 1 · tienda", "<bdi>-5</bdi>")
                .doesNotContain("class=\"graph\"");
    }

    @Test
    void a_run_that_is_not_there_and_a_file_that_cannot_be_written_are_told() {
        Console unknown = Console.kit("report", 9, "--out", file, "--home", home());
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("9", "1");
        assertThat(file).doesNotExist();

        Console unwritten = Console.kit("report", 1, "--out", temp.resolve("no/r.html"), "--home", home());
        assertThat(unwritten.exit()).isEqualTo(2);
        assertThat(unwritten.err()).contains("--out", "r.html");
    }
}
