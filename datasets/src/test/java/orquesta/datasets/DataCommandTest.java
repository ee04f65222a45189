package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.cli.Subcommand;
import orquesta.text.Language;
import orquesta.text.UserException;
import picocli.CommandLine;

class DataCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void makes_data_that_it_then_verifies() {
        assertThat(run("--rows", "1500", "--seed", "3", "--out", folder.toString()))
                .isZero();
        assertThat(folder).isDirectoryContaining("glob:**/ventas.csv").isDirectoryNotContaining("glob:**/variants");
        assertThat(printed.toString()).contains("1500", "ventas.csv");

        assertThat(run("--verify", "--out", folder.toString())).isZero();
        assertThat(printed.toString()).contains("ventas.csv/kinds/price_word", "each found in the files");
    }

    @Test
    void without_a_number_of_rows_it_makes_the_data_of_the_class_with_its_variants() {
        assertThat(run("--out", folder.toString())).isZero();

        assertThat(folder.resolve("variants/bom/ventas.csv")).exists();
        assertThat(folder.resolve("ventas.csv")).hasSameBinaryContentAs(Path.of("ventas.csv"));
    }

    @Test
    void a_difference_ends_with_1() throws Exception {
        run("--rows", "1000", "--out", folder.toString());
        Files.writeString(folder.resolve("catalogo.csv"), "producto,categoria_norm,impuesto\n");

        assertThat(run("--verify", "--out", folder.toString())).isEqualTo(1);
        assertThat(printed.toString())
                .contains("catalogo.csv/rows: the manifest says 200, the files show 0.", "differ between");
    }

    @Test
    void other_rows_never_replace_the_data_of_the_kit() {
        assertThatThrownBy(() -> call("--rows", "2000")).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e.problems().get(0).in(Language.EN)).contains("--out: other rows", "--out DIR");
            assertThat(e.problems().get(0).in(Language.ES)).contains("otras filas", "--out DIR");
        });
        assertThatThrownBy(() -> call("--seed", "4")).hasMessageContaining("--out");
    }

    @Test
    void too_few_rows_are_refused() {
        assertThatThrownBy(() -> call("--rows", "20", "--out", folder.toString()))
                .isInstanceOfSatisfying(UserException.class, e -> {
                    assertThat(e.problems().get(0).in(Language.EN)).contains("20 rows cannot hold", "1000 or more");
                    assertThat(e.problems().get(0).in(Language.ES)).contains("20 filas no pueden", "1000 o más");
                });
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_sentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> call("--out", file.toString())).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e.problems().get(0).in(Language.EN))
                    .contains("cannot be read or written", "choose another folder");
            assertThat(e.problems().get(0).in(Language.ES)).contains("no se pueden leer o escribir");
        });
    }

    @Test
    void help_is_there_in_both_languages_with_an_example() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            assertThat(new CommandLine(new DataCommand()).getUsageMessage())
                    .contains(
                            "Makes the sales data again",
                            "Finds every planted row",
                            "(default: 2025)",
                            "Example:  ./kit data --rows");
            Locale.setDefault(new Locale("es"));
            assertThat(new CommandLine(new DataCommand()).getUsageMessage())
                    .contains("Hace de nuevo", "Halla cada fila", "Muestra esta ayuda", "Ejemplo:  ./kit data --rows");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_kit_finds_the_command() {
        assertThat(ServiceLoader.load(Subcommand.class)).hasAtLeastOneElementOfType(DataCommand.class);
    }

    private int run(String... arguments) {
        return new CommandLine(new DataCommand())
                .setOut(new PrintWriter(printed, true))
                .execute(arguments);
    }

    /** Calls it as the front door does, which turns what it throws into sentences. */
    private static void call(String... arguments) throws Exception {
        DataCommand command = new DataCommand();
        new CommandLine(command).parseArgs(arguments);
        command.call();
    }
}
