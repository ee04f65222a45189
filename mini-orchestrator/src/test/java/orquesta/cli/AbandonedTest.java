package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** What ends a whole run is said once, not once a step. */
@Tag("once")
class AbandonedTest {
    private static final String SOURCE = """
            import orquesta.asset.*;
            import orquesta.definition.*;
            import orquesta.resource.*;

            public class Caja {
                record Minimo(int pesos) {}

                record Clave(String texto) {}

                record Aviso() implements AutoCloseable {
                    public void close() { System.out.println("logged out"); }
                }

                @Asset Relation a(Minimo minimo) { return Relation.rows("n", "" + minimo.pesos()); }

                @Asset Relation b(Relation a, Aviso aviso) { return a; }

                @Asset Relation c(Relation a, Clave clave) { return a; }

                public static Definitions definitions() {
                    return Definitions.of(new Caja())
                            .resource("aviso", Resource.of(() -> new Aviso()))
                            .resource("clave", Resource.of(() -> new Clave(Environment.require("ORQUESTA_NO_SUCH_KEY"))))
                            .resource("minimo", Resource.with("5", text -> new Minimo(Integer.parseInt(text))));
                }
            }
            """;

    @TempDir
    Path temp;

    private Path caja;
    private Path home;

    @BeforeEach
    void set_up() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        caja = temp.resolve("caja");
        home = temp.resolve("home");
        Fuentes.write(caja, SOURCE);
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    @Test
    void a_variable_that_is_missing_is_named_in_one_line() {
        Console run = kit("run", caja, "--home", home);

        assertThat(run.exit()).isEqualTo(1);
        assertThat((run.out() + run.err()).lines().filter(line -> line.contains("ORQUESTA_NO_SUCH_KEY is not set")))
                .containsExactly(
                        "Run 1 ✗ failed: the run could not go on: ORQUESTA_NO_SUCH_KEY: the environment variable "
                                + "ORQUESTA_NO_SUCH_KEY is not set; set it before the run: export ORQUESTA_NO_SUCH_KEY=...");
    }

    @Test
    void a_setting_of_the_wrong_type_is_shown_with_the_way_to_give_another() {
        Console run = kit("run", caja, "--home", home, "--select", "a", "--set", "minimo=abc");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "Run 1 ✗ failed: the run could not go on: minimo: the resource \"minimo\" could not be "
                                + "opened with \"abc\": NumberFormatException: For input string: \"abc\". No step was run; "
                                + "to give it another value: --set minimo=...");
        assertThat(Console.in("es", "run", caja, "--home", home, "--select", "a", "--set", "minimo=abc")
                        .out())
                .contains("no se pudo abrir el recurso \"minimo\" con \"abc\"", "--set minimo=...");
    }

    @Test
    void only_what_the_selected_steps_borrow_is_opened_and_the_run_itself_is_named_by_what_its_resources_print() {
        Console run = kit("run", caja, "--home", home, "--select", "*b");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).containsPattern("(?m)^ +run \\| (\\[main] )?logged out$");
    }

    @Test
    void what_was_never_published_is_told_with_the_command_that_says_why() {
        kit("run", caja, "--home", home);

        assertThat(kit("show", "a", "--home", home).err())
                .contains("\"a\" was never published; ./kit why a tells why", "./kit run PIPELINE --select \"*a\"");
        assertThat(Console.in("es", "show", "a", "--home", home).err()).contains("./kit why a dice por qué");
    }
}
