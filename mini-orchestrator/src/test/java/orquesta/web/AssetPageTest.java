package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.load.DefinitionLoader;
import orquesta.load.Fuentes;
import orquesta.reports.Reports;
import orquesta.retention.Retention;

/** What the page of an asset tells who has no script. */
@Tag("once")
class AssetPageTest {
    @TempDir
    Path home;

    private final AtomicInteger rows = new AtomicInteger(1);
    private Visit visit;

    @AfterEach
    void close() {
        visit.close();
    }

    private void open() {
        AssetDefinition ventas = AssetDefinition.named("ventas")
                .description("Every sale")
                .group("bronce")
                .kind("csv")
                .owner("caja")
                .tag("tienda", "centro")
                .wantsRun()
                .computedBy(inputs -> {
                    inputs.run().metadata("cajas", rows.get() * 7);
                    return Relation.with("uno", Relation.rows("n", "1"))
                            .sql("select range - 1 as monto from range(" + rows.get() + "), uno");
                });
        AssetDefinition ingresos =
                AssetDefinition.named("ingresos").reads("ventas").computedBy(inputs -> Relation.rows("total", "5"));
        CheckDefinition check = CheckDefinition.named("sin_negativos", "ventas")
                .warning()
                .description("no sale below 0")
                .computedBy(inputs -> CheckResult.noRows(
                        "a negative sale", inputs.relation("ventas").where("monto < 0")));
        visit = Visit.of(home, Definitions.of(ventas, ingresos, check).validated(Visit.PIPELINE));
    }

    @Test
    void of_what_an_asset_does_elsewhere_it_says_that_nothing_is_promised() {
        visit = Visit.of(
                home,
                Definitions.of(
                                AssetDefinition.named("correo")
                                        .returns(void.class)
                                        .computedBy(inputs -> null),
                                AssetDefinition.named("archivo")
                                        .returns(Path.class)
                                        .computedBy(inputs -> home),
                                AssetDefinition.named("informe")
                                        .borrows("reports", Reports.class)
                                        .returns(Path.class)
                                        .computedBy(inputs -> home),
                                AssetDefinition.named("tabla").computedBy(inputs -> Relation.rows("n", "1")))
                        .resource("reports", Reports.in("reports"))
                        .validated(Visit.PIPELINE));

        for (String asset : List.of("correo", "archivo")) {
            assertThat(visit.page("/assets/" + asset)).contains("outside our guarantee", "idempotent");
        }
        for (String asset : List.of("informe", "tabla")) {
            assertThat(visit.page("/assets/" + asset)).doesNotContain("outside our guarantee");
        }
    }

    @Test
    void it_says_what_the_asset_is_and_who_stands_above_and_below() {
        open();

        assertThat(visit.page("/assets/ventas"))
                .contains("Every sale", "bronce", "csv", "caja", "tienda", "centro", "never ran")
                .contains("Nothing is published yet.", "href=\"/?select=*ventas\"")
                .containsPattern("<h2>Read by</h2>[\\s\\S]*href=\"/assets/ingresos\" data-state=\"none\"");
        assertThat(visit.page("/assets/ingresos"))
                .containsPattern(
                        "<h2>Reads</h2>[\\s\\S]*href=\"/assets/ventas\"[\\s\\S]*<h2>Read by</h2>\\s*<p class=\"nothing\">")
                .contains("No check judges it.");
    }

    @Test
    void a_value_that_was_cleaned_says_so_here_and_on_the_page_of_its_run() {
        open();
        visit.ran();
        assertThat(visit.page("/assets/ventas") + visit.page("/runs/1")).doesNotContain("cleaned");
        visit.ran();
        visit.orchestrator.cleaning().clean(new Retention(0, 0));

        String said =
                "its value was cleaned on \\d{4}-\\S+: only what is published is kept. To see it again, compute it again.";
        assertThat(visit.page("/assets/ventas")).containsPattern("<small title=\"" + said + "\">cleaned</small>");
        assertThat(visit.page("/runs/1")).containsPattern("<p class=\"fact\">" + said + "</p>");
        assertThat(visit.page("/runs/2")).doesNotContain("cleaned");
    }

    @Test
    void rows_and_what_steps_said_stand_for_each_value_in_a_line_and_a_table_the_newest_first() {
        open();
        visit.ran();
        rows.set(4);
        visit.ran();
        rows.set(2);
        visit.ran();

        assertThat(visit.page("/assets/ventas"))
                .contains("points=\"8.0,86.0 320.0,8.0 632.0,60.0\"", "the most were 4")
                .contains("published by run 3", "rows: 2, columns: 1")
                .containsPattern(
                        tableRow(3, 2, 14) + "[\\s\\S]*" + tableRow(2, 4, 28) + "[\\s\\S]*" + tableRow(1, 1, 7));
    }

    private static String tableRow(int run, int rows, int fact) {
        return "href=\"/runs/" + run + "#ventas\">" + run
                + "</a></th>\\s*<td><time[^>]*>[^<]*</time></td><td class=\"right\">" + rows
                + "</td><td class=\"right\">[\\d,]+</td>\\s*<td><bdi>" + fact + "</bdi></td>";
    }

    @Test
    void a_check_shows_its_failing_rows_and_what_it_said_in_each_run() {
        open();
        visit.ran("ventas");
        visit.ran("ingresos");
        rows.set(0);
        visit.ran("ventas");

        String page = visit.page("/assets/ventas");

        assertThat(page)
                .contains("no sale below 0", "warning only")
                .containsSubsequence(
                        "data-state=\"ok\" href=\"/runs/3#ventas.sin_negativos\"",
                        "data-state=\"warned\" href=\"/runs/1#ventas.sin_negativos\"",
                        "rows: 1");
        assertThat(page).doesNotContain("/runs/2#ventas.sin_negativos");
        rows.set(1);
        visit.ran("ventas");
        assertThat(visit.page("/assets/ventas")).containsPattern("sin_negativos: Rows[\\s\\S]*<bdi>-1</bdi>");
    }

    @Test
    void its_source_is_the_method_as_the_file_is_now() throws IOException {
        Path sources = home.resolve("sources/tienda");
        Fuentes.write(sources, Fuentes.TIENDA);
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());

        assertThat(visit.page("/assets/ventas"))
                .containsPattern("Written in Tienda\\.java:\\d+")
                .contains("@Asset");
    }

    @Test
    void every_page_leads_to_it_and_an_unknown_one_is_told_with_the_nearest() {
        open();
        visit.ran();

        assertThat(List.of(visit.page("/"), visit.page("/runs"), visit.page("/runs/1")))
                .allSatisfy(page -> assertThat(page).contains("href=\"/assets/ventas\""));
        assertThat(visit.get("/assets/ventaz").statusCode()).isEqualTo(404);
        assertThat(visit.get("/assets/ventaz").body()).contains("\"ventaz\"", "\"ventas\"");
    }
}
