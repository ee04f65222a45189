package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.partition.Partitions;

/** What is told before the button is pressed, and what the button then does. */
@Tag("once")
class LaunchTest {
    @TempDir
    Path home;

    private Visit visit;

    @BeforeEach
    void open() {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("monto", "5"));
        AssetDefinition ingresos =
                AssetDefinition.named("ingresos").reads("ventas").computedBy(inputs -> Relation.rows("total", "5"));
        visit = Visit.of(
                home,
                Definitions.of(ventas, ingresos)
                        .job(Job.named("diario").select("*ingresos"))
                        .validated(Visit.PIPELINE));
    }

    @AfterEach
    void close() throws InterruptedException {
        while (!visit.orchestrator.history().unfinished().isEmpty()) {
            Thread.sleep(10);
        }
        visit.close();
    }

    private String plan(String path) {
        return visit.page(path).split("<div id=\"plan\">")[1].split("</div>")[0];
    }

    @Test
    void the_plan_says_what_would_run_in_which_order_and_what_is_read_as_published() {
        assertThat(plan("/"))
                .contains("What would run (assets and checks: 2)")
                .containsSubsequence("<li><ul>", "ventas", "</ul></li>", "<li><ul>", "ingresos")
                .doesNotContain("<details class=\"plan\" open");
        visit.ran();

        assertThat(plan("/?select=ingresos"))
                .contains(
                        "What would run (assets and checks: 1)",
                        "Reads as published: ventas (run 1)",
                        "class=\"plan\" open")
                .doesNotContain("<bdi>ventas");
    }

    @Test
    void each_node_has_a_box_that_sends_the_form_and_asks_for_the_selection_with_it_or_without_it() {
        assertThat(visit.page("/"))
                .contains("<form id=\"run\" class=\"choose\" method=\"get\" action=\"/#run\">")
                .contains(box("ventas", false));
        assertThat(visit.page("/?job=&select=&toggle=ventas"))
                .contains("value=\"ventas\"", "1 of 2")
                .contains(box("ventas", true))
                .contains(box("ingresos", false));
        assertThat(visit.page("/?select=ventas&toggle=ventas")).contains("value=\"\"");
        assertThat(visit.page("/?select=vent%28&toggle=ventas")).contains("value=\"vent(\"");
        assertThat(visit.page("/?select=ventas&toggle=ingresos")).contains("value=\"ventas or ingresos\"", "2 of 2");
        assertThat(visit.page("/?select=ventas+or+ingresos")).contains("value=\"ventas or ingresos\"", "2 of 2");
        assertThat(plan("/?select=ventas+or+ingresos")).contains("What would run (assets and checks: 2)");
        visit.ran();
        assertThat(visit.page("/runs/1")).contains("data-step=\"ventas\"").doesNotContain("class=\"pick\"");
    }

    private static String box(String asset, boolean ticked) {
        return "class=\"pick\" role=\"checkbox\" aria-checked=\"" + ticked + "\" aria-label=\"" + asset
                + "\" form=\"run\" name=\"toggle\" value=\"" + asset + "\">";
    }

    /** Of 300 assets half are picked by hand: no node and no line of the plan repeats all their names. */
    @Test
    void a_long_selection_stands_in_the_page_once_however_many_nodes_there_are() {
        AssetDefinition[] many = IntStream.range(0, 300)
                .mapToObj(i -> Given.asset("tabla_de_ventas" + (1_000 + i)))
                .toArray(AssetDefinition[]::new);
        String picked = IntStream.range(0, 150)
                .mapToObj(i -> "tabla_de_ventas" + (1_000 + 2 * i))
                .collect(Collectors.joining(" or "));
        Definitions definitions = Definitions.of((Object[]) many);
        try (Visit large = Visit.of(home.resolve("large"), definitions.validated(Visit.PIPELINE))) {
            int before = large.page("/").length();
            String page = large.page("/?select=" + URLEncoder.encode(picked, StandardCharsets.UTF_8));

            assertThat(page).contains("150 of 300").contains("value=\"" + picked + "\"");
            assertThat(page.split("tabla_de_ventas1150", -1).length - 1).isLessThan(20);
            assertThat(page.length() - before).isLessThan(100_000);
        }
    }

    @Test
    void a_click_that_a_script_tells_is_answered_with_the_text_of_the_box() {
        assertThat(visit.page("/selection?select=*ingresos&toggle=ventas"))
                .contains("\"text\":\"*ingresos and not ventas\"", "\"keys\":[\"ingresos\"]");
        assertThat(visit.page("/selection?select=vent%28&toggle=ventas"))
                .contains("\"text\":\"vent(\"", "\"wrong\":true");
        assertThat(visit.page("/selection?select=ventas")).contains("\"text\":\"ventas\"");
    }

    @Test
    void what_cannot_be_planned_says_the_remedy_before_anything_is_pressed() {
        assertThat(plan("/?select=ingresos")).contains("--select \"*ingresos\"").doesNotContain("What would run");
        assertThat(plan("/?select=nada")).isBlank();
    }

    @Test
    void a_job_fills_in_its_selection_and_its_run_is_one_of_that_job() {
        String page = visit.page("/?job=diario");

        assertThat(page)
                .contains("value=\"*ingresos\"", "<input type=\"hidden\" name=\"job\" value=\"diario\">")
                .contains("href=\"/?job=diario\" aria-current=\"true\"");
        var answer = visit.post("/runs", "token", visit.token(), "select", "*ingresos", "job", "diario");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/runs/1"));
        assertThat(visit.orchestrator.history().run(1).orElseThrow().request().job())
                .isEqualTo("diario");
    }

    @Test
    void partitions_are_asked_for_in_a_field_of_their_own_where_there_are_any() throws InterruptedException {
        assertThat(visit.page("/")).doesNotContain("name=\"partition\"");
        visit.close();
        AssetDefinition ventas =
                AssetDefinition.named("ventas").partitions("dia").computedBy(inputs -> Relation.rows("monto", "5"));
        visit = Visit.of(
                home.resolve("dias"),
                Definitions.of(ventas)
                        .partitions("dia", Partitions.daily("2026-11-01", "America/Santiago"))
                        .validated(Visit.PIPELINE));

        assertThat(visit.page("/")).contains("name=\"partition\"");
        assertThat(plan("/")).contains("--partition").doesNotContain("What would run");
        assertThat(plan("/?partition=2026-11-02..2026-11-03"))
                .contains("(assets and checks: 2)", "ventas@2026-11-02", "ventas@2026-11-03");
        assertThat(plan("/?partition=nunca")).contains("\"nunca\"").doesNotContain("What would run");
        visit.post("/runs", "token", visit.token(), "select", "", "partition", "2026-11-02");
        while (visit.orchestrator.history().run(1).orElseThrow().ended() == null) {
            Thread.sleep(10);
        }
        assertThat(visit.orchestrator.history().run(1).orElseThrow().request().partitions())
                .isEqualTo("2026-11-02");
        assertThat(plan("/?partition=2026-11-01..2026-11-03&needed=on"))
                .contains("(assets and checks: 2)", "ventas@2026-11-01", "ventas@2026-11-03")
                .doesNotContain("ventas@2026-11-02");
        var nothing =
                visit.post("/runs", "token", visit.token(), "select", "", "partition", "2026-11-02", "needed", "on");
        assertThat(nothing.body()).contains("Nothing to do: all that was asked for in 2026-11-02 is published");
        assertThat(visit.page("/assets/ventas"))
                .containsPattern("href=\"/\\?select=ventas&amp;partition=2026-11-01\\.\\.[\\d-]+&amp;needed=on\"")
                .contains("href=\"/runs/1#ventas.2026-11-02\"", "<bdi>2026-11-02</bdi>");
    }

    @Test
    void a_job_whose_selection_was_changed_is_no_longer_meant() {
        assertThat(visit.page("/?select=ventas&job=diario")).contains("name=\"job\" value=\"\"");
        visit.post("/runs", "token", visit.token(), "select", "ventas", "job", "diario");
        visit.post("/runs", "token", visit.token(), "select", "ventas", "job", "nada");

        assertThat(visit.orchestrator.history().runs(2))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.request().job()).isEmpty());
    }
}
