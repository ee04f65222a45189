package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.load.DefinitionLoader;
import orquesta.load.Fuentes;
import orquesta.text.UserException;

/** What a visitor without a script sees and can do. */
@Tag("once")
class PagesTest {
    /** The style sheet shows a button of this class only to who has no script. */
    private static final String HIDDEN_BY_SCRIPTS = "class=\"show\"";

    @TempDir
    Path home;

    private Visit visit;

    @AfterEach
    @Timeout(300)
    void stop() throws IOException, InterruptedException {
        if (visit != null) {
            // On a busy machine a run outlives its page, and nobody may write where a home is removed.
            while (!visit.orchestrator.history().unfinished().isEmpty()) {
                Thread.sleep(10);
            }
            visit.close();
        }
    }

    private void open(Object... declarations) {
        visit = Visit.of(home, Definitions.of(declarations).validated(Visit.PIPELINE));
    }

    private static AssetDefinition ventas() {
        return AssetDefinition.named("ventas").description("Every sale").computedBy(inputs -> {
            System.out.println("leyendo ventas");
            return Relation.rows("producto, monto", "'té', 10", "'pan', -5");
        });
    }

    private static AssetDefinition broken() {
        return AssetDefinition.named("ventas").computedBy(inputs -> {
            throw new IllegalStateException("no hay ventas hoy");
        });
    }

    private static AssetDefinition ingresos() {
        return AssetDefinition.named("ingresos").reads("ventas").computedBy(inputs -> Relation.rows("total", "5"));
    }

    private static CheckDefinition noNegatives() {
        return CheckDefinition.named("sin_negativos", "ventas")
                .computedBy(inputs -> CheckResult.noRows(
                        "a negative sale", inputs.relation("ventas").where("monto < 0")));
    }

    @Test
    void before_anything_ran_the_home_shows_the_graph_and_says_how_to_begin() {
        open(ventas(), ingresos());

        assertThat(visit.page("/"))
                .contains("data-step=\"ventas\" data-state=\"none\"", "href=\"/?select=ingresos#run\"")
                .contains("Nothing has been run yet", "./kit run tienda", "2 of 2 assets");
    }

    @Test
    void the_button_runs_what_the_box_holds_and_leads_to_the_page_of_that_run() {
        open(ventas(), ingresos());

        String path = visit.run("ventas");

        assertThat(path).endsWith("/runs/1");
        assertThat(visit.page("/runs/1")).contains("Run 1", "./kit run tienda --select 'ventas'");
    }

    @Test
    void after_a_run_every_state_of_the_graph_links_to_its_reason() {
        open(ventas(), ingresos());
        visit.ran();

        assertThat(visit.page("/"))
                .contains(
                        "href=\"/runs/1#ventas\" data-step=\"ventas\" data-state=\"ok\"",
                        "<title>ventas: ok. published")
                .contains("href=\"/runs/1\"");
        assertThat(visit.page("/runs/1")).contains("id=\"ventas\"", "id=\"ingresos\"", "leyendo ventas");
    }

    @Test
    void a_failure_is_told_with_file_and_line_one_link_from_the_home() {
        open(broken(), ingresos());
        visit.ran();

        assertThat(visit.page("/")).contains("href=\"/runs/1#ventas\" data-step=\"ventas\" data-state=\"failed\"");
        assertThat(visit.page("/runs/1"))
                .contains("IllegalStateException: no hay ventas hoy (PagesTest.java:")
                .contains("not run: ventas is failed")
                .containsPattern("id=\"why-ingresos\" class=\"why\" open");
    }

    @Test
    void a_failing_check_shows_its_rows() {
        open(ventas(), noNegatives());
        visit.ran();

        assertThat(visit.page("/runs/1"))
                .contains("id=\"ventas.sin_negativos\"")
                .doesNotContain("Failing rows: 1; shown: 1") // its reason says so already
                .containsPattern("<bdi>pan</bdi></td>\\s*<td class=\"right whole\"><bdi>-5</bdi>");
    }

    @Test
    void what_failed_shows_file_line_and_code_on_the_page_of_its_run_and_what_is_well_does_not() throws IOException {
        Path sources = home.resolve("sources/tienda");
        Fuentes.write(sources, Fuentes.TIENDA.replace("monto < 0", "monto < 6"));
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());
        visit.ran();

        assertThat(visit.page("/runs/1"))
                .containsPattern("href=\"#ventas.sin_negativos\"><bdi>[^<]* · Tienda.java:17<")
                .contains(
                        "id=\"source-ventas.sin_negativos\"",
                        "Written in Tienda.java:17",
                        "ventas.where(\"monto &lt; 6\")")
                .contains("· <a href=\"#line-ventas.sin_negativos\">Tienda.java:17</a>")
                .containsPattern(
                        "id=\"line-ventas.sin_negativos\" aria-current=\"location\"><span class=\"at\">17</span>"
                                + "<bdi>CheckResult sinNegativos\\(")
                .contains("<span class=\"at\">18</span>")
                .contains("id=\"source-ventas\"", "Written in Tienda.java:6", "leyendo ventas")
                .doesNotContain("id=\"source-ingresos_totales\"");
    }

    @Test
    void a_step_that_threw_is_marked_at_the_line_that_threw() throws IOException {
        Path sources = home.resolve("sources/tienda");
        String prints = "System.out.println(\"leyendo ventas\");";
        Fuentes.write(sources, Fuentes.TIENDA.replace(prints, "if (true) throw new IllegalStateException(\"no\");"));
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());
        visit.ran();

        assertThat(visit.page("/runs/1"))
                .contains("<a href=\"#line-ventas\">Tienda.java:7</a>", "Written in Tienda.java:6")
                .containsPattern("id=\"line-ventas\" aria-current=\"location\"><span class=\"at\">7</span>")
                .containsOnlyOnce("aria-current=\"location\"");
    }

    @Test
    void a_step_with_wrong_sql_is_marked_at_the_line_that_the_database_quotes() throws IOException {
        failsWith("select\n    producto,\n    sum(montto) as total\nfrom ventas group by producto");

        assertThat(visit.page("/runs/1"))
                .contains("<a href=\"#line-ingresos_totales\">Tienda.java:16</a>", "Written in Tienda.java:12")
                .containsPattern(
                        "href=\"#ingresos_totales\"><bdi>ingresos_totales: Binder Error:[^<]* · Tienda.java:16<")
                .containsPattern("id=\"line-ingresos_totales\" aria-current=\"location\"><span class=\"at\">16</span>"
                        + "<bdi> *sum\\(montto\\) as total</bdi>")
                .containsOnlyOnce("aria-current=\"location\"")
                .doesNotContain("LINE ");
    }

    @Test
    void wrong_sql_whose_line_stands_twice_is_marked_at_its_method() throws IOException {
        failsWith("select 1 as n\nunion all\nselect\nmontto\nfrom ventas\nunion all\nselect\nmontto\nfrom ventas");

        assertThat(visit.page("/runs/1")).contains("<a href=\"#line-ingresos_totales\">Tienda.java:12</a>");
    }

    /** The second asset of a shop asks this query, which begins in line 14. */
    private void failsWith(String query) throws IOException {
        Path sources = home.resolve("sources/tienda");
        String sql = "Relation.with(\"ventas\", ventas).sql(\"\"\"\n" + query.indent(12) + "            \"\"\")";
        Fuentes.write(sources, Fuentes.TIENDA.replace("ventas.select(\"sum(monto) as total\")", sql));
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());
        visit.ran();
    }

    @Test
    void of_many_failing_rows_the_page_says_how_many_it_shows() {
        open(
                AssetDefinition.named("ventas")
                        .computedBy(inputs -> Relation.rows("n", "1").select("unnest(range(5000)) - 5000 as monto")),
                noNegatives());
        visit.ran();

        assertThat(visit.page("/runs/1")).containsPattern("Failing rows: 5,000; shown: \\d+<");
    }

    @Test
    void what_failed_by_itself_stands_in_the_summary_as_a_link() {
        open(ventas(), ingresos(), noNegatives());
        visit.ran();
        String causes = Visit.find("(?s)<ul class=\"causes\"[^>]*>(.*?)</ul>", visit.page("/runs/1"));

        assertThat(causes).contains("href=\"#ventas.sin_negativos\"", "ventas#sin_negativos: ", "a negative sale");
        assertThat(causes).doesNotContain("href=\"#ventas\"", "href=\"#ingresos\"");
    }

    @Test
    void a_run_without_a_failure_names_no_cause() {
        open(ventas());
        visit.ran();

        assertThat(visit.page("/runs/1")).doesNotContain("class=\"causes\"");
    }

    @Test
    void a_sentence_begins_with_a_capital_unless_it_begins_with_a_name() {
        open(ventas());

        assertThat(visit.get("/runs/99").body()).contains("<bdi>There is no run 99");
        assertThat(visit.page("/?select=vents")).contains("<bdi>There is no asset \"vents\"");
        assertThat(visit.page("/selection?select=vents")).contains("\"said\":\"There is no asset");
    }

    @Test
    void the_time_table_has_a_row_a_bar_and_figures_for_each_step_checks_below_their_asset() {
        open(ventas(), ingresos(), noNegatives());
        visit.ran("ventas");
        String table = Visit.find("(?s)(<table class=\"gantt\">.*?</table>)", visit.page("/runs/1"));

        assertThat(table)
                .containsSubsequence("#ventas\" title=\"ventas\"", "<rect class=\"bar\"", "ms</td>", ">2</td>");
        assertThat(table).containsSubsequence("title=\"ventas\"", "title=\"ventas#sin_negativos\"");
    }

    @Test
    void the_timeline_is_sentences_in_the_order_of_what_happened() {
        open(ventas());
        visit.ran();

        assertThat(visit.page("/runs/1"))
                .containsSubsequence(
                        "The run started: everything",
                        "ventas began",
                        "ventas wrote its value (rows: 2)",
                        "ventas: published",
                        "The run ended");
    }

    @Test
    void a_selection_is_shown_by_a_plain_form_too() {
        open(ventas(), ingresos());

        String page = visit.page("/?select=" + Visit.encoded("*ventas"));

        assertThat(page).contains("1 of 2 assets", "class=\"node picked\" href=\"/?select=ventas#run\"");
    }

    @Test
    void a_wrong_selection_says_the_nearest_name_and_keeps_what_was_typed() {
        open(ventas());

        assertThat(visit.page("/?select=vents")).contains("value=\"vents\"", "did you mean \"ventas\"");
        assertThat(visit.page("/selection?select=vents")).contains("\"wrong\":true", "did you mean");
    }

    @Test
    void while_typing_the_box_is_told_which_and_how_many() {
        open(ventas(), ingresos());

        assertThat(visit.page("/selection?select=*ingresos"))
                .as("the same letters each time")
                .isEqualTo("{\"text\":\"*ingresos\",\"keys\":[\"ingresos\",\"ventas\"],\"said\":\"2 of 2"
                        + " assets\",\"wrong\":false}");
    }

    @Test
    void what_cannot_be_planned_is_refused_with_the_remedy_and_nothing_runs() {
        open(ventas(), ingresos());

        var answer = visit.post("/runs", "token", visit.token(), "select", "ingresos");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"ingresos\"", "--select \"*ingresos\"");
        assertThat(visit.orchestrator.history().runs(1)).isEmpty();
    }

    @Test
    void what_was_saved_right_before_the_button_was_pressed_is_what_runs() throws IOException {
        Path sources = edited("one");

        Files.writeString(sources.resolve("A.java"), "two");
        visit.run("");

        assertThat(visit.page("/runs/1")).contains("id=\"two\"").doesNotContain("id=\"one\"");
    }

    @Test
    void a_mistake_saved_right_before_the_button_was_pressed_is_told_and_the_last_good_version_is_not_run()
            throws IOException {
        Path sources = edited("one");
        String token = visit.token();

        Files.writeString(sources.resolve("A.java"), "broken");
        var answer = visit.post("/runs", "token", token, "select", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was started: the files have a mistake", "A.java:1");
        assertThat(visit.orchestrator.history().runs(1)).isEmpty();
        String refused = Visit.find("data-refused=\"([^\"]+)\"", answer.body());
        assertThat(answer.body()).contains("id=\"broken\"", "data-version=\"" + refused + "\"");

        Files.writeString(sources.resolve("A.java"), "two");
        assertThat(visit.page("/"))
                .contains("data-version=\"")
                .doesNotContain("data-refused", "id=\"broken\"", "data-version=\"" + refused + "\"");
    }

    @Test
    void the_home_shows_the_files_as_they_are() throws IOException {
        Path sources = edited("one");

        Files.writeString(sources.resolve("A.java"), "two");
        assertThat(visit.page("/")).contains("data-step=\"two\"").doesNotContain("data-step=\"one\"");

        Files.writeString(sources.resolve("A.java"), "broken");
        assertThat(visit.page("/")).contains("data-step=\"two\"", "id=\"broken\"", "A.java:1");
    }

    /** A pipeline of one asset, named by what stands in its file; nobody watches the file. */
    private Path edited(String asset) throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources"));
        Path file = Files.writeString(sources.resolve("A.java"), asset);
        visit = new Visit(home.resolve("state"), sources, () -> ofFile(file), Map.of());
        return sources;
    }

    private static Pipeline ofFile(Path file) {
        try {
            String name = Files.readString(file);
            if (name.equals("broken")) {
                throw new UserException("A.java:1", "asset.cycle", "a -> a");
            }
            return Definitions.of(Given.asset(name)).validated(Visit.PIPELINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_hint_names_an_asset_of_this_pipeline() {
        open(Given.asset("harina"), Given.asset("pan"));

        assertThat(visit.page("/"))
                .contains("pan, *pan (and all upstream), pan* (and all downstream)", "upstream), not pan; empty is");
    }

    @Test
    void what_the_hint_puts_together_has_names_of_this_pipeline_too_and_picks_something() {
        open(
                AssetDefinition.named("harina").group("insumos").computedBy(inputs -> ""),
                Given.asset("pan", "harina"),
                Given.asset("venta", "pan"),
                Given.asset("z"));

        assertThat(visit.page("/")).contains("+z (one level upstream), group:insumos, *venta and not pan; empty");
        assertThat(visit.page("/selection?select=" + Visit.encoded("*venta and not pan")))
                .contains("2 of 4 assets");
        assertThat(visit.page("/selection?select=group:insumos")).contains("1 of 4 assets");
    }

    @Test
    void a_run_of_everything_says_so_in_words() {
        open(ventas());
        visit.ran();

        assertThat(visit.page("/")).contains("<span class=\"selected\"><bdi>everything</bdi></span>");
        assertThat(visit.page("/runs/1"))
                .contains("<dd><bdi>everything</bdi></dd>", "The run started: everything, date")
                .contains("Run 1 was started for everything", "1 ok (assets and checks)");
    }

    @Test
    void files_that_never_were_good_show_their_mistake_and_nothing_can_be_run() {
        visit = new Visit(
                home,
                home,
                () -> {
                    throw new UserException("Tienda.java:3", "asset.cycle", "a -> b -> a");
                },
                Map.of());
        String page = visit.page("/");

        assertThat(page).contains("no good version of them yet", "Tienda.java:3", "a -&gt; b -&gt; a");
        assertThat(page).containsPattern("id=\"go\"[^>]* disabled").doesNotContain("<svg class=\"graph\"");
        assertThat(visit.post("/runs", "token", visit.token()).body()).contains("fix what the page shows first");
        assertThat(visit.page("/selection?select=x")).contains("\"wrong\":true");
    }

    @Test
    void jobs_are_offered_as_selections() {
        visit = Visit.of(
                home,
                Definitions.of(ventas())
                        .job(Job.named("diario").select("*ventas"))
                        .validated(Visit.PIPELINE));

        assertThat(visit.page("/")).contains("fills in its selection", "href=\"/?job=diario\"", ">diario</a>");
    }

    @Test
    void while_a_run_goes_on_the_button_is_off_and_says_which_and_a_second_press_is_refused() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        open(AssetDefinition.named("lento").computedBy(inputs -> {
            begun.countDown();
            end.await();
            return Relation.rows("n", "1");
        }));
        visit.run("");
        begun.await();

        assertThat(visit.page("/")).contains("Run 1 is in progress").containsPattern("id=\"go\"[^>]* disabled");
        assertThat(visit.post("/runs", "token", visit.token()).body())
                .contains("Run 1 of this page is still in progress");
        end.countDown();
    }

    @Test
    void a_run_that_goes_on_can_be_stopped_from_its_page() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        open(AssetDefinition.named("lento").computedBy(inputs -> {
            begun.countDown();
            Thread.sleep(100_000);
            return Relation.rows("n", "1");
        }));
        visit.run("");
        begun.await();

        assertThat(visit.page("/runs/1"))
                .contains("formaction=\"/runs/1/cancel\"")
                .doesNotContain("/runs/1/again", HIDDEN_BY_SCRIPTS);
        visit.post("/runs/1/cancel", "token", visit.token());
        while (!visit.orchestrator.history().unfinished().isEmpty()) {
            Thread.sleep(10);
        }

        assertThat(visit.page("/runs/1"))
                .contains("cancelled by the page", "/runs/1/again")
                .doesNotContain(HIDDEN_BY_SCRIPTS);
        visit.post("/look", "token", visit.token(), "lang", "es", "back", "/");
        assertThat(visit.page("/runs/1")).contains("la canceló la página");
    }

    @Test
    void a_run_that_failed_is_done_again_from_its_failure_by_a_button() throws Exception {
        open(ventas(), ingresos(), noNegatives());
        visit.ran();
        assertThat(visit.page("/runs/1")).contains("formaction=\"/runs/1/from-failure\"", "From the failure");

        var answer = visit.post("/runs/1/from-failure", "token", visit.token());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/runs/2");
    }

    @Test
    void the_list_counts_what_is_not_well_first_and_leads_to_the_first_step_that_failed() {
        open(ventas(), ingresos(), noNegatives());
        visit.ran();
        String list = Visit.find("(?s)<ol class=\"runs\">(.*?)</ol>", visit.page("/"));

        assertThat(list)
                .containsSubsequence(
                        "title=\"1 blocked, 1 failed, 1 upstream_failed (assets and checks)\"",
                        "#i-failed\"/></svg>1 <span class=\"word\">failed</span>",
                        "#i-blocked\"/></svg>1 <span class=\"word\">blocked</span>",
                        "#i-upstream_failed\"/></svg>1 <span class=\"word\">upstream_failed</span>")
                .containsPattern("<a class=\"first\" href=\"/runs/1#ventas.sin_negativos\"[^>]*>.*Failed first: "
                        + "</span><bdi>ventas#sin_negativos</bdi>");
    }

    @Test
    void the_list_has_the_words_of_its_signs_and_a_run_that_is_well_names_no_step() {
        open(ventas());
        visit.ran();

        assertThat(visit.page("/"))
                .containsPattern(
                        "(?s)class=\"key\" aria-hidden=\"true\">\\s*<span[^>]*><svg[^<]*<use[^<]*</svg>ok</span>")
                .contains("#i-ok\"/></svg>1 <span class=\"word\">ok</span>")
                .doesNotContain("class=\"first\"");
    }

    @Test
    void the_list_shows_the_last_runs_and_leads_to_older_ones() {
        open(AssetDefinition.named("nada").returns(void.class).computedBy(inputs -> null));
        for (int i = 0; i < Pages.RUNS + 2; i++) {
            visit.ran();
        }

        String newest = visit.page("/");
        String older = visit.page("/?before=3");

        assertThat(newest).contains("href=\"/runs/22\"", "href=\"/runs/3\"", "href=\"/?before=3\"");
        assertThat(newest).doesNotContain("href=\"/runs/2\"");
        assertThat(older).contains("href=\"/runs/2\"", "href=\"/runs/1\"").doesNotContain("href=\"/?before=");
    }

    @Test
    void the_language_is_the_browsers_until_it_is_chosen() {
        open(ventas());
        String spanish = visit.send(visit.request("/").setHeader("Accept-Language", "fr, es-CL;q=0.8, en;q=0.5"))
                .body();

        assertThat(spanish).contains("<html lang=\"es\"", "Últimas ejecuciones", "Ejecutar");
        assertThat(visit.page("/")).contains("<html lang=\"en\"", "Last runs");

        visit.post("/look", "token", visit.token(), "lang", "es", "back", "/");

        assertThat(visit.page("/")).contains("<html lang=\"es\"", "Últimas ejecuciones");
    }

    @Test
    void a_theme_is_kept_and_the_choice_leads_back_to_the_page() {
        open(ventas());
        visit.ran();

        var answer = visit.post("/look", "token", visit.token(), "theme", "projector", "back", "/runs/1?x=y");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/runs/1?x=y");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
        assertThat(visit.page("/runs/1"))
                .contains("data-theme=\"projector\"")
                .containsPattern("value=\"projector\" aria-pressed=\"true\"");
    }

    @Test
    void what_does_not_exist_is_told_in_a_sentence() {
        open(ventas());

        assertThat(visit.get("/runs/99").body()).contains("There is no run 99");
        assertThat(visit.get("/runs/abc").statusCode()).isEqualTo(404);
        assertThat(visit.get("/nowhere").body()).contains("There is no page /nowhere");
    }

    @Test
    void a_run_of_another_pipeline_is_shown_without_a_graph() {
        open(ventas());
        Pipeline other = Definitions.of(Given.asset("b")).validated("otra");
        visit.orchestrator.run(other);

        assertThat(visit.page("/runs/1"))
                .contains("./kit serve otra", "id=\"b\"")
                .doesNotContain("<svg class=\"graph\"");
        assertThat(visit.page("/")).contains("Nothing has been run yet");
    }

    @Test
    void a_port_in_use_is_told_with_one_that_is_free() {
        open(ventas());
        int taken = visit.server.port();
        WebServer.Site site = new WebServer.Site(
                Visit.PIPELINE,
                visit.definitions,
                visit.orchestrator,
                Visit.COMMAND,
                java.util.Map.of(),
                java.time.Clock.systemUTC());

        String said = Given.problem(() -> WebServer.start(site, taken));

        assertThat(said).startsWith("--port: the port " + taken + " is in use").containsPattern("--port \\d+,");
    }

    @Test
    void states_have_a_meaning_in_both_languages() {
        for (orquesta.event.State state : orquesta.event.State.values()) {
            for (orquesta.text.Language language : orquesta.text.Language.values()) {
                assertThat(Look.meaning(state).in(language)).startsWith(state.text() + ": ");
            }
        }
    }

    @Test
    void long_names_are_shortened_in_the_middle() {
        assertThat(Look.shortened("a".repeat(30) + "_fin", 12)).isEqualTo("aaaaaa…a_fin");
        assertThat(Look.shortened("corto", 12)).isEqualTo("corto");
        assertThat(List.of(Look.shortened("x".repeat(13), 12).length())).containsExactly(12);
    }
}
