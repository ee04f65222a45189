package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.load.Fuentes;
import orquesta.testkit.TestHome;

/** The commands that run, ask and look back, over one small pipeline: what scripts may rely on. */
class RunTest {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[+-]\\d\\d:\\d\\d";

    @TempDir
    static Path temp;

    private static Path tienda;
    private static Path home;
    private static Console run;

    @BeforeAll
    static void run_once() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        tienda = temp.resolve("tienda");
        home = temp.resolve("home");
        Fuentes.write(
                tienda,
                Fuentes.TIENDA.replace(
                        "return Definitions.of(", "System.out.println(\"declaring\"); return " + "Definitions.of("));
        run = kit("run", tienda, "--home", home, "--clock", "2026-09-05", "--json");
    }

    @AfterAll
    static void put_back() {
        System.clearProperty("orquesta.root");
    }

    private static JsonNode json(Console console) throws IOException {
        return JsonMapper.builder()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(console.out());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void a_run_prints_one_object_with_the_names_that_scripts_know() throws IOException {
        JsonNode object = json(run);

        assertThat(run.exit()).isZero();
        assertThat(names(object)).containsExactly("run", "pipeline", "status", "exit", "started", "ended", "steps");
        assertThat(object.get("run").isIntegralNumber()).isTrue();
        assertThat(object.get("run").asLong()).isEqualTo(1);
        assertThat(object.get("pipeline").asText()).isEqualTo("tienda");
        assertThat(object.get("status").asText()).isEqualTo("ok");
        assertThat(object.get("exit").asInt(-1)).isZero();
        assertThat(object.get("started").asText()).matches(TIME);
        assertThat(object.get("ended").asText()).matches(TIME);
    }

    @Test
    void each_step_has_its_names_too() throws IOException {
        JsonNode steps = json(run).get("steps");

        assertThat(steps).hasSize(3).allSatisfy(step -> {
            assertThat(names(step))
                    .containsExactly("key", "kind", "state", "attempts", "reason", "cause", "rows", "ms");
            assertThat(step.get("state").asText()).isEqualTo("ok");
            assertThat(step.get("attempts").asInt()).isEqualTo(1);
            assertThat(step.get("reason").asText()).isNotBlank();
            assertThat(step.get("cause").asLong()).isPositive();
            assertThat(step.get("ms").asLong(-1)).isNotNegative();
        });
        assertThat(steps.findValuesAsText("key")).containsExactly("ingresos_totales", "ventas", "ventas#sin_negativos");
        assertThat(steps.findValuesAsText("kind")).containsExactly("asset", "asset", "check");
        assertThat(steps.get(1).get("rows").asLong()).isEqualTo(2);
        assertThat(steps.get(2).get("rows").isNull()).isTrue();
    }

    @Test
    void progress_and_what_user_code_prints_go_to_standard_error() {
        assertThat(run.err()).contains("declaring", "leyendo ventas", "2026-09-05", "ingresos_totales");
        assertThat(run.out()).doesNotContain("declaring", "leyendo").endsWith("}\n");
    }

    @Test
    void without_json_a_run_ends_with_a_table_and_one_line() {
        Console console = kit("run", tienda, "--home", temp.resolve("other"), "--select", "ventas");

        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("ventas#sin_negativos", "✓ ok").doesNotContain("ingresos_totales");
        assertThat(console.out().strip().lines().reduce((a, b) -> b).orElseThrow())
                .contains("Run 1", "2 ok");
    }

    @Test
    void where_no_window_cuts_lines_the_table_has_the_reason_of_a_failure_whole_and_its_error_first()
            throws IOException {
        Path rota = temp.resolve("rota");
        Fuentes.write(rota, Fuentes.TIENDA.replace("sum(monto)", "sum(montto)"));

        Console console = kit("run", rota, "--home", temp.resolve("rota-home"));

        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out().lines().filter(line -> line.startsWith("ingresos_totales ")))
                .singleElement()
                .asString()
                .containsPattern("failed +\\d* +Binder Error: Referenced column \"montto\" not found")
                .contains("Candidate bindings: \"monto\"")
                .endsWith("of the query: select sum(montto) as total from \"this\"");
    }

    @Test
    void runs_are_listed_newest_first() throws IOException {
        Path own = temp.resolve("own");
        kit("run", tienda, "--home", own, "--select", "ventas", "--json");
        kit("run", tienda, "--home", own, "--job", "diario", "--json");

        JsonNode runs = json(kit("runs", "--home", own, "--json"));

        assertThat(names(runs)).containsExactly("runs");
        assertThat(runs.get("runs")).hasSize(2).allSatisfy(one -> {
            assertThat(names(one))
                    .containsExactly("run", "pipeline", "status", "started", "ended", "reason", "tick", "partition");
            assertThat(one.get("started").asText()).matches(TIME);
            assertThat(one.get("reason").asText()).isNotBlank();
        });
        assertThat(runs.get("runs").findValuesAsText("run")).containsExactly("2", "1");
        assertThat(json(kit("runs", "--home", own, "--limit", 1, "--json")).get("runs"))
                .hasSize(1);
        assertThat(kit("runs", "--home", own).out()).contains("tienda", "✓ ok");
    }

    @Test
    void what_lists_show_can_be_made_anew_from_the_log() throws Exception {
        Path own = temp.resolve("rebuilt");
        kit("run", tienda, "--home", own, "--select", "ventas", "--json");
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + own.resolve("orquesta.db"));
                Statement statement = file.createStatement()) {
            statement.execute("update run set status = 'failed'");
        }
        assertThat(kit("runs", "--home", own).out()).contains("failed");

        Console rebuilt = kit("runs", "--rebuild", "--home", own);

        assertThat(rebuilt.exit()).isZero();
        assertThat(rebuilt.err()).contains("made anew from the log");
        assertThat(rebuilt.out()).contains("✓ ok").doesNotContain("failed");
    }

    @Test
    void a_home_where_nothing_was_run_says_how_to_begin() throws IOException {
        Path empty = temp.resolve("empty");
        TestHome.in(empty).close();

        assertThat(kit("runs", "--home", empty).out())
                .contains("Nothing has been run in the home " + empty, "./kit run");
        assertThat(json(kit("runs", "--home", empty, "--json")).get("runs")).isEmpty();
        assertThat(kit("logs", 1, "--home", empty).err())
                .contains("Nothing has been run in the home " + empty, "./kit run");
        assertThat(kit("logs", "--home", empty).err())
                .contains("Nothing has been run in the home " + empty, "./kit run");
    }

    @ParameterizedTest
    @CsvSource({
        "runs, 0",
        "runs --json, 0",
        "plan TIENDA, 0",
        "ls TIENDA, 0",
        "why ventas, 2",
        "show ventas, 2",
        "logs 1, 2"
    })
    void who_only_looks_makes_no_home_and_says_where_there_is_none(String command, int exit) {
        Path nowhere = temp.resolve("nowhere");
        String words = command.replace("TIENDA", tienda.toString()) + " --home " + nowhere;

        Console console = kit((Object[]) words.split(" "));
        Console spanish = Console.in("es", (Object[]) words.split(" "));

        assertThat(console.exit()).as(console.err()).isEqualTo(exit).isEqualTo(spanish.exit());
        assertThat(nowhere).doesNotExist();
        if (exit != 0 || command.equals("runs")) {
            assertThat(console.out() + console.err())
                    .contains("No run is remembered at " + nowhere + ":", "--home DIR", "./kit run ventas")
                    .hasLineCount(1);
            assertThat(spanish.out() + spanish.err()).contains("En " + nowhere + " no hay", "--home DIR", "./kit run");
        }
    }

    @Test
    void plan_says_what_would_run_and_runs_nothing() throws IOException {
        Path own = temp.resolve("planned");
        JsonNode plan = json(kit("plan", tienda, "--home", own, "--json"));

        assertThat(names(plan)).containsExactly("pipeline", "selection", "steps", "pins");
        assertThat(plan.get("steps"))
                .allSatisfy(step -> assertThat(names(step)).containsExactly("key", "kind", "wave", "reason"));
        assertThat(plan.get("steps").findValuesAsText("key"))
                .containsExactly("ventas", "ventas#sin_negativos", "ingresos_totales");
        assertThat(plan.get("pins")).isEmpty();
        assertThat(json(kit("runs", "--home", own, "--json")).get("runs")).isEmpty();
    }

    @Test
    void plan_names_the_published_values_that_it_would_read() throws IOException {
        Console text = kit("plan", tienda, "--home", home, "--select", "ingresos_totales");
        JsonNode pins = json(kit("plan", tienda, "--home", home, "--select", "ingresos_totales", "--json"))
                .get("pins");

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("ingresos_totales", "ventas as published by run 1");
        assertThat(pins).hasSize(1);
        assertThat(names(pins.get(0))).containsExactly("key", "run", "materialization");
        assertThat(pins.get(0).get("run").asInt()).isEqualTo(1);
    }

    @Test
    void ls_lists_assets_and_explains_a_selection() throws IOException {
        Console text =
                kit("ls", tienda, "--home", home, "--select", "*ingresos_totales", "--select", "ventas", "--explain");
        JsonNode object = json(kit("ls", tienda, "--home", home, "--json"));

        assertThat(text.exit()).isZero();
        assertThat(text.out().lines().filter(line -> line.startsWith("ventas")))
                .singleElement()
                .asString()
                .contains("*ingresos_totales; ventas");
        assertThat(names(object)).containsExactly("pipeline", "assets", "jobs");
        assertThat(names(object.get("assets").get(0)))
                .containsExactly("key", "reads", "checks", "group", "kind", "owner", "tags", "description", "clauses");
        assertThat(object.get("assets").findValuesAsText("key")).containsExactly("ingresos_totales", "ventas");
        assertThat(object.get("jobs").get(0).asText()).isEqualTo("diario");
    }

    @Test
    void show_shows_what_is_published() throws IOException {
        Console text = kit("show", "ventas", "--home", home);
        JsonNode object = json(kit("show", "ventas", "--home", home, "--json"));

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("rows: 2", "producto VARCHAR", "té", "✓ ventas#sin_negativos");
        assertThat(object.get("key").asText()).isEqualTo("ventas");
        assertThat(object.get("run").asInt()).isEqualTo(1);
        assertThat(object.get("contents").get("rows").asInt()).isEqualTo(2);
        assertThat(object.get("hash").get("value").asText()).isNotBlank();
    }

    @Test
    void rows_that_are_not_shown_are_counted() throws IOException {
        Path larga = temp.resolve("larga");
        Path own = temp.resolve("larga-home");
        String twelve = String.join(", ", Collections.nCopies(12, "\"'té', 10\""));
        Fuentes.write(larga, Fuentes.TIENDA.replace("\"'té', 10\", \"'pan', 5\"", twelve));
        kit("run", larga, "--home", own);

        assertThat(kit("show", "ventas", "--home", own).out()).contains("rows: 12", "\nrows not shown: 2\n");
        assertThat(kit("show", "ingresos_totales", "--home", own).out()).doesNotContain("not shown");
    }

    @Test
    void why_tells_the_chain_down_to_the_run() {
        Console console = kit("why", "ingresos_totales", "--home", home);

        assertThat(console.exit()).isZero();
        assertThat(console.out().lines().findFirst().orElseThrow()).contains("ingresos_totales is ok");
        assertThat(console.out().strip().lines().reduce((a, b) -> b).orElseThrow())
                .contains("Run 1 was started");
    }

    @Test
    void a_check_is_known_by_its_own_name_too() {
        Console console = kit("why", "sin_negativos", "--home", home);

        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out())
                .isEqualTo(kit("why", "ventas#sin_negativos", "--home", home).out());
        assertThat(kit("logs", 1, "sin_negativos", "--home", home).err()).contains("Nothing was printed");
    }

    @Test
    void where_several_checks_have_the_name_their_full_names_are_told() throws IOException {
        Path dos = temp.resolve("dos");
        Path own = temp.resolve("dos-home");
        Fuentes.write(
                dos,
                Fuentes.TIENDA.replace(
                        "@Check",
                        "@Check CheckResult sinNegativos(Relation ingresosTotales, Relation ventas) {"
                                + " return CheckResult.passed(\"yes\"); } @Check"));
        assertThat(kit("run", dos, "--home", own).exit()).isZero();

        Console console = kit("why", "sin_negativos", "--home", own);

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err())
                .contains("\"sin_negativos\"", "ingresos_totales#sin_negativos, ventas#sin_negativos")
                .hasLineCount(1);
        assertThat(Console.in("es", "why", "sin_negativos", "--home", own).err())
                .contains("varios chequeos");
        assertThat(kit("why", "ventas#sin_negativos", "--home", own).exit()).isZero();
    }

    @Test
    void logs_without_a_number_are_of_the_newest_run_that_had_it_and_say_which() {
        Path own = temp.resolve("newest");
        kit("run", tienda, "--home", own, "--clock", "2026-09-05");
        kit("run", tienda, "--home", own, "--clock", "2026-09-06", "--select", "ingresos_totales");

        Console newest = kit("logs", "--home", own);
        Console ventas = kit("logs", "ventas", "--home", own);

        assertThat(newest.exit()).isZero();
        assertThat(newest.err()).contains("Run 2 of tienda: ingresos_totales, date 2026-09-06", "Nothing was printed");
        assertThat(ventas.out()).isEqualTo("leyendo ventas\n");
        assertThat(ventas.err()).isEqualTo("Run 1 of tienda: everything, date 2026-09-05\n");
        assertThat(kit("logs", 1, "ventas", "--home", own).err()).isEmpty();
        assertThat(Console.in("es", "logs", "--home", own).err()).contains("Ejecución 2 de tienda");
    }

    @Test
    void the_first_line_of_a_run_says_where_paths_start_and_where_its_home_is() {
        assertThat(run.err())
                .contains("\nRun 1 of tienda: everything, date 2026-09-05; paths start at " + temp + ", home " + home
                        + "\n");
    }

    @Test
    void logs_print_what_the_steps_printed() {
        assertThat(kit("logs", 1, "ventas", "--home", home).out()).isEqualTo("leyendo ventas\n");
        assertThat(kit("logs", 1, "--home", home).out()).isEqualTo("ventas | leyendo ventas\n");
        Console silent = kit("logs", 1, "ingresos_totales", "--home", home);
        assertThat(silent.exit()).isZero();
        assertThat(silent.out()).isEmpty();
        assertThat(silent.err()).contains("Nothing was printed");
    }
}
