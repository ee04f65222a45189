package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** What comes from data and from user code is shown, and gives a terminal no orders. */
class TerminalTest {
    private static final String SOURCE = """
            import java.math.BigDecimal;
            import orquesta.asset.*;
            import orquesta.definition.*;

            public class Tienda {
                record Total(BigDecimal monto, String nota) {}

                @Asset
                Relation ventas() {
                    System.out.println("rojo \\u001B[31m y campana \\u0007");
                    return Relation.rows("nota", "'\\u001B[2Jñ 😀'");
                }

                @Asset
                Total total(Relation ventas) {
                    return new Total(new BigDecimal("1234567890123456789.10"), "\\u001B[2Jbien");
                }

                @Asset
                String texto() {
                    return "hola\\nmundo";
                }

                @Asset
                Relation cae() {
                    throw new IllegalStateException("\\u001B]0;titulo\\u0007");
                }

                public static Definitions definitions() {
                    return Definitions.of(new Tienda());
                }
            }
            """;

    @TempDir
    static Path temp;

    private static Console run;

    @BeforeAll
    static void run_once() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        Fuentes.write(temp.resolve("tienda"), SOURCE);
        run = kit("run", temp.resolve("tienda"), "--home", temp.resolve("home"));
    }

    @AfterAll
    static void put_back() {
        System.clearProperty("orquesta.root");
    }

    private static String said(Object... words) {
        Object[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--home";
        all[words.length + 1] = temp.resolve("home");
        Console console = kit(all);
        assertThat(console.out() + console.err()).doesNotContain("\u001B").doesNotContain("\u0007");
        return console.out();
    }

    @Test
    void every_command_shows_signs_for_what_a_terminal_would_obey() {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .contains("rojo ␛[31m y campana ␇", "␛]0;titulo␇")
                .doesNotContain("\u001B")
                .doesNotContain("\u0007");
        assertThat(said("logs", "1", "ventas")).isEqualTo("rojo ␛[31m y campana ␇\n");
        assertThat(said("show", "ventas")).contains("␛[2Jñ 😀");
        assertThat(said("why", "cae")).contains("␛]0;titulo␇");
    }

    @Test
    void show_shows_the_value_of_a_record_and_of_a_text() {
        assertThat(said("show", "total"))
                .contains("\"monto\" : 1234567890123456789.10")
                .contains("\"nota\" : \"")
                .contains("bien\"");
        assertThat(said("show", "texto")).contains("\"hola\\nmundo\"");
    }
}
