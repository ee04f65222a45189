package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** 0 ok and warned, 1 failed, 2 definition or configuration error, 3 blocking check failed; the worst wins: 2, 1, 3. */
class ExitCodeTest {
    @TempDir
    Path temp;

    @BeforeEach
    void a_checkout() {
        System.setProperty("orquesta.root", temp.toString());
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private Console run(String assets, Object... more) throws IOException {
        Path folder = temp.resolve("casos");
        Fuentes.write(
                folder,
                "import orquesta.asset.*; import orquesta.definition.*; public class Casos { "
                        + "private static final Relation MALA = Relation.rows(\"n\", \"1\"); "
                        + "public static Definitions definitions() { return Definitions.of(new Casos()); } " + assets
                        + "}");
        Object[] words = {"run", folder, "--home", temp.resolve("home"), "--json"};
        Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return kit(all);
    }

    private static final String OK = "@Asset Relation bien() { return MALA; } ";
    private static final String THROWS = "@Asset Relation cae() { throw new IllegalStateException(\"sin red\"); } ";
    private static final String BLOCKED = "@Asset Relation tapado() { return MALA; } "
            + "@Check CheckResult tapa(Relation tapado) { return CheckResult.noRows(\"bad\", tapado); } ";
    private static final String WARNED = "@Asset Relation avisado() { return MALA; } "
            + "@Check(blocking = false) CheckResult avisa(Relation avisado) { return CheckResult.failed(\"odd\"); } ";

    @Test
    void all_well_is_0() throws IOException {
        Console console = run(OK);

        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("\"status\":\"ok\",\"exit\":0");
    }

    @Test
    void a_warning_is_0_too() throws IOException {
        Console console = run(OK + WARNED);

        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("\"status\":\"warned\",\"exit\":0");
    }

    @Test
    void a_failed_step_is_1() throws IOException {
        Console console = run(OK + THROWS);

        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).contains("\"status\":\"failed\",\"exit\":1", "sin red");
    }

    @Test
    void a_blocking_check_that_fails_is_3() throws IOException {
        Console console = run(OK + BLOCKED + WARNED);

        assertThat(console.exit()).isEqualTo(3);
        assertThat(console.out()).contains("\"status\":\"blocked\",\"exit\":3");
    }

    @Test
    void a_failure_counts_before_a_blocking_check() throws IOException {
        assertThat(run(OK + BLOCKED + THROWS).exit()).isEqualTo(1);
    }

    @Test
    void a_missing_column_is_a_failed_step() throws IOException {
        Console console = run("@Asset Relation x() { return MALA.select(\"no_hay\"); } ");

        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).contains("no_hay");
    }

    @Test
    void definitions_that_are_wrong_are_2_and_nothing_runs() throws IOException {
        Console console =
                run("@Asset Relation x(Relation y) { return y; } @Asset Relation z(Relation w) { return w; } ");

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines().skip(1)).hasSize(2).allMatch(line -> line.matches("Casos\\.[xz]: .*"));
        assertThat(console.err()).startsWith("The files have a mistake; nothing was run:\n");
        assertThat(kit("runs", "--home", temp.resolve("home"), "--json").out()).isEqualTo("{\"runs\":[]}\n");
    }

    @Test
    void a_compile_error_is_2_under_a_heading_in_the_readers_language() throws IOException {
        Console console = run("@Asset Relation x() { return 1; } ");
        Console spanish = Console.in("es", "run", temp.resolve("casos"), "--home", temp.resolve("home"));

        assertThat(console.exit()).isEqualTo(2).isEqualTo(spanish.exit());
        assertThat(console.err()).startsWith("The files have a mistake; nothing was run:\nCasos.java:1: ");
        assertThat(spanish.err()).startsWith("Los archivos tienen un error; no se ejecutó nada:\nCasos.java:1: ");
    }

    @Test
    void an_upstream_that_was_never_published_is_2_with_the_remedy() throws IOException {
        Console console = run(OK + "@Asset Relation abajo(Relation bien) { return bien; } ", "--select", "abajo");

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("\"bien\"", "--select \"*abajo\"");
    }
}
