package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.load.Fuentes;

/** What was typed wrong: exit 2, one sentence on standard error, the nearest right thing. */
@Tag("once")
class MisuseTest {
    @TempDir
    static Path temp;

    private static Path home;

    @BeforeAll
    static void a_checkout_with_an_example() throws IOException {
        Path examples = temp.resolve("mini-orchestrator").resolve("examples");
        Fuentes.write(examples.resolve("tienda"), Fuentes.TIENDA);
        Fuentes.write(
                examples.resolve("clima"),
                "import orquesta.asset.*; import orquesta.definition.*; public class Clima {"
                        + " @Asset Relation lluvia(orquesta.reports.Reports reports) { return Relation.rows(\"n\"); }"
                        + " public static Definitions definitions() { return Definitions.of(new Clima())"
                        + ".resource(\"reports\", orquesta.reports.Reports.in(\"informes\")); } }");
        System.setProperty("orquesta.root", temp.toString());
        home = temp.resolve("home");
        assertThat(kit("run", "tienda", "--home", home, "--json").exit()).isZero();
    }

    @AfterAll
    static void put_back() {
        System.clearProperty("orquesta.root");
    }

    /** A command with its words, that must be refused. */
    private static String refused(String words) {
        Console console = kit((Object[]) words.replace("HOME", home.toString()).split(" "));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).doesNotContain("at orquesta", "Exception");
        return console.err();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum tienda                          | rum     | run",
                "run tienda --selec ventas           | --selec | --select",
                "run tienda --hom x                  | --hom   | --home",
                "run tenda --home HOME               | tenda   | tienda",
                "run tienda --select venta --home HOME | venta | ventas",
                "run tienda --job diaro --home HOME  | diaro   | diario",
                "run clima --set report=x --home HOME | report | reports",
                "show venta --home HOME              | venta   | ventas",
                "why ventas#sin_negativo --home HOME | ventas#sin_negativo | ventas#sin_negativos",
                "why sin_negativo --home HOME        | sin_negativo | ventas#sin_negativos",
                "why Ventas --home HOME              | Ventas  | ventas",
                "logs 1 ingreso_total --home HOME    | ingreso_total | ingresos_totales",
            })
    void the_nearest_command_option_pipeline_or_name_is_told(String words, String found, String nearest) {
        assertThat(refused(words)).contains(found).containsPattern("(?<![\\w-])" + nearest + "(?!\\w)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run                                 | PIPELINE",
                "why                                 | ASSET",
                "run tienda --workers 0              | 1 or more",
                "runs --limit 0 --home HOME          | --limit: a list of 0 runs shows nothing; give 1 or more",
                "runs --limit -3 --home HOME         | 1 or more",
                "run tienda --workers many           | many",
                "run tienda --clock yesterday        | 2026-09-05T23:55",
                "run tienda --clock 2026-02-30       | 2026-09-05T23:55",
                "run tienda --clock 2026-09-05T25:00 | 2026-09-05T23:55",
                "run tienda --speed 0                | --speed: a speed of 0",
                "run tienda --speed fast             | fast",
                "run tienda --set datasets           | --set NAME=VALUE",
                "run tienda --select                 | --select SELECTION",
                "run tienda --job a --job b          | --job JOB is given twice",
                "run tienda otra                     | \"otra\"",
                "logs one --home HOME                | one",
                "logs 99 --home HOME                 | newest: 1",
                "logs ventas 1 --home HOME           | \"ventas\" is not a value for RUN",
                "why ventas --run 99 --home HOME     | newest: 1",
                "run tienda --job diario --select ventas --home HOME | --job or --select",
            })
    void what_is_missing_or_impossible_is_told(String words, String said) {
        assertThat(refused(words)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum tienda               | \"rum\" no significa nada aquí; ¿quisiste decir \"run\"?",
                "run                      | falta PIPELINE",
                "run tienda --workers x   | \"x\" no sirve como valor de --workers N",
                "run tienda --job a --job b | --job JOB está dos veces",
                "run tenda                | no existe el pipeline \"tenda\": no es una carpeta con archivos .java ni el nombre de un ejemplo; ¿quisiste decir \"tienda\"?",
            })
    void it_is_told_in_spanish_too(String words, String said) {
        Console console = Console.in("es", (Object[]) words.split(" "));

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains(said);
    }

    @Test
    void no_command_at_all_says_where_help_is() {
        Console console = kit();

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("COMMAND is missing", "./kit --help");
    }

    @Test
    void what_was_never_published_is_told_with_the_command_that_computes_it() throws IOException {
        Path folder = temp.resolve("rota");
        Path other = temp.resolve("other");
        Fuentes.write(
                folder,
                "import orquesta.asset.*; import orquesta.definition.*; public class Rota {"
                        + " @Asset Relation cae() { throw new IllegalStateException(); }"
                        + " public static Definitions definitions() { return Definitions.of(new Rota()); } }");
        assertThat(kit("run", folder, "--home", other, "--json").exit()).isEqualTo(1);

        assertThat(refused("show cae --home " + other)).contains("\"cae\"", "never published", "--select \"*cae\"");
    }

    @Test
    void a_folder_without_sources_is_told() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("vacia"));

        assertThat(refused("run " + empty + " --home HOME")).contains("no .java file", "clima, tienda");
    }

    @Test
    void settings_and_clock_reach_the_run() {
        Console console = kit(
                "run",
                "clima",
                "--set",
                "reports=" + temp.resolve("x"),
                "--clock",
                "2026-09-05T23:55",
                "--home",
                temp.resolve("other"));

        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.err()).contains("date 2026-09-05");
    }

    @Test
    void a_clock_that_goes_is_that_of_the_whole_run() {
        Path home = temp.resolve("fast");
        Console run = kit("run", "clima", "--clock", "2026-09-05T23:55", "--speed", "600", "--home", home);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(kit("runs", "--home", home, "--json").out()).contains("\"started\":\"2026-09-0");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-06T02:30:00Z,      2026-09-05",
        "2026-09-06T04:30:00Z,      2026-09-06",
        "2026-09-05T23:55:00-04:00, 2026-09-05",
    })
    void the_date_of_a_run_is_that_of_chile(String clock, String date) {
        assertThat(kit("run", "tienda", "--select", "ventas", "--clock", clock, "--home", temp.resolve("other"))
                        .err())
                .contains("date " + date);
    }
}
