package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** {@code kit clean}: what goes, by which rule, in both languages and as JSON. */
@Tag("once")
class CleanTest {
    @TempDir
    Path temp;

    @BeforeEach
    void three_runs() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA);
        for (int i = 0; i < 3; i++) {
            assertThat(Console.kit("run", temp.resolve("tienda"), "--home", home())
                            .exit())
                    .isZero();
        }
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private Path home() {
        return temp.resolve("home");
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(home().resolve("data"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void a_dry_run_says_what_would_go_and_the_command_without_it_removes_just_that() throws IOException {
        Console dry = Console.kit("clean", "--keep", 1, "--dry-run", "--home", home());

        assertThat(dry.exit()).isZero();
        assertThat(dry.err()).isEmpty();
        assertThat(dry.out())
                .containsPattern("tienda +ingresos_totales +1 … 2 \\(2\\) +\\S+ (B|KiB)")
                .containsPattern("It would clean 4 values, .* Nothing was removed: leave out --dry-run to do it.")
                .contains("The rule: only what is published and the value of the last run of each asset");
        assertThat(files()).isEqualTo(6);

        Console done = Console.in("es", "clean", "--keep", 1, "--home", home());

        assertThat(done.exit()).isZero();
        assertThat(done.out())
                .containsPattern("Se limpiaron 4 valores, .* Lo publicado no se tocó.")
                .contains("La regla: solo se guarda lo publicado y el valor de la última ejecución de cada");
        assertThat(files()).isEqualTo(2);
        assertThat(Console.kit("show", "ingresos_totales", "--home", home()).out())
                .contains("published by run 3");
    }

    @Test
    void nothing_to_clean_is_said_with_both_rules() {
        Console console = Console.kit("clean", "--home", home());

        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("Nothing is to be cleaned.", "the last 10 runs", "may take at most 2 GiB");
    }

    @Test
    void by_size_the_oldest_go_and_json_says_each() {
        Console console = Console.kit("clean", "--at-most", 0, "--json", "--home", home());

        assertThat(console.out())
                .startsWith(
                        "{\"dry_run\":false,\"values\":[{\"pipeline\":\"tienda\",\"key\":\"ventas\",\"run\":1,\"bytes\":")
                .contains("\"rule\":\"bytes\"},{")
                .endsWith("\"removed\":4,\"problems\":[]}\n")
                .doesNotContain("\"run\":3");
    }

    @Test
    void why_and_rerun_say_that_a_value_was_cleaned() throws IOException {
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA.replace("sum(monto)", "error('later')"));
        assertThat(Console.kit("run", temp.resolve("tienda"), "--home", home()).exit())
                .isEqualTo(1);
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA);
        assertThat(Console.kit("run", temp.resolve("tienda"), "--home", home()).exit())
                .isZero();
        Console.kit("clean", "--keep", 0, "--home", home());

        assertThat(Console.kit("why", "ventas", "--run", 4, "--home", home()).out())
                .containsPattern("• ventas: its value was cleaned on 20.*: only what is published .* compute it again");
        assertThat(Console.kit("why", "ventas", "--run", 5, "--home", home()).out())
                .doesNotContain("cleaned");
        Console again = Console.in("es", "rerun", 4, "--from-failure", "--home", home());

        assertThat(again.exit()).isZero();
        assertThat(again.err())
                .containsPattern(
                        "ventas: se calcula de nuevo: la ejecución 4 lo había hecho, pero su valor se limpió el 20");
    }

    @Test
    void what_was_typed_wrong_is_told_with_what_would_be_right() {
        Console negative = Console.kit("clean", "--keep", -1, "--home", home());
        assertThat(negative.exit()).isEqualTo(2);
        assertThat(negative.err()).contains("--keep: a number of runs is 0 or more, and this is -1");

        Console size = Console.in("es", "clean", "--at-most", "mucho", "--home", home());
        assertThat(size.exit()).isEqualTo(2);
        assertThat(size.err()).contains("--at-most: esto no es un tamaño: mucho", "2GiB");
    }
}
