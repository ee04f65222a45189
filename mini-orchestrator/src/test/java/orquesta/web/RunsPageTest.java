package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.text.Message;

/** The grid of runs and assets, as a visitor without a script filters it. */
@Tag("once")
class RunsPageTest {
    private static final Instant DUE = Instant.parse("2026-09-06T04:00:00Z");
    private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\".*?</tr>", Pattern.DOTALL);

    @TempDir
    Path home;

    private Visit visit;

    @BeforeEach
    void three_runs() {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("monto", "5"));
        AssetDefinition roto = AssetDefinition.named("roto").reads("ventas").computedBy(inputs -> {
            throw new IllegalStateException("sin red");
        });
        AssetDefinition debajo =
                AssetDefinition.named("debajo").reads("roto").computedBy(inputs -> Relation.rows("monto", "5"));
        Pipeline pipeline = Definitions.of(ventas, roto, debajo)
                .job(Job.named("solo_ventas").select("ventas"))
                .validated(Visit.PIPELINE);
        visit = Visit.of(home, pipeline);
        visit.ran();
        visit.ran("ventas");
        RunRequest request = new RunRequest(
                pipeline.job("solo_ventas"), "solo_ventas", Clock.fixed(DUE, java.time.ZoneOffset.UTC), 1);
        Fact tick = new Fact.Ticked(
                DUE, List.of(LocalDateTime.of(2026, 9, 6, 0, 0)), State.RUNNING, Message.of("tick.due"));
        TriggerId schedule = new TriggerId(Visit.PIPELINE, "noche");
        visit.orchestrator.run(pipeline, request, new Event.Draft(schedule, null, 0, 0, tick), event -> {});
    }

    @AfterEach
    void close() {
        visit.close();
    }

    private List<String> rows(String path) {
        return ROW.matcher(visit.page(path)).results().map(MatchResult::group).toList();
    }

    private List<String> numbers(String path) {
        return rows(path).stream().map(row -> Visit.find("/runs/(\\d+)\"", row)).toList();
    }

    @Test
    void each_run_is_a_row_and_each_asset_a_column_with_the_state_as_sign_and_word() {
        String page = visit.page("/runs");
        List<String> rows = rows("/runs");

        assertThat(page).containsSubsequence("<bdi>ventas</bdi>", "<bdi>roto</bdi>", "<bdi>debajo</bdi>");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2))
                .containsSubsequence(
                        "title=\"ventas: ok\"",
                        "href=\"#i-ok\"",
                        "<span class=\"unseen\">ok</span>",
                        "title=\"roto: failed\"><a href=\"/runs/1#roto\">",
                        "href=\"#i-failed\"",
                        "title=\"debajo: upstream_failed\"");
        assertThat(rows.get(0)).contains("title=\"ventas: ok\"").doesNotContain("title=\"roto");
    }

    @Test
    void state_job_and_tick_filter_by_address_alone() {
        assertThat(numbers("/runs")).containsExactly("3", "2", "1");
        assertThat(numbers("/runs?state=failed&job=")).containsExactly("1");
        assertThat(numbers("/runs?state=ok")).containsExactly("3", "2");
        assertThat(numbers("/runs?job=solo_ventas")).containsExactly("3");
        assertThat(numbers("/runs?tick=2026-09-06T04:00:00Z")).containsExactly("3");
        assertThat(numbers("/runs?tick=2026-09-06T04:00:00Z&state=failed")).isEmpty();
        assertThat(numbers("/runs?before=3")).containsExactly("2", "1");
        assertThat(visit.page("/runs?state=blocked")).contains("No run is like that.");
    }

    @Test
    void the_form_keeps_what_was_chosen_and_a_run_links_to_all_of_its_tick() {
        assertThat(visit.page("/runs?state=ok&job=solo_ventas&tick=2026-09-06T04:00:00Z"))
                .containsPattern("<option value=\"ok\" selected>")
                .containsPattern("<option value=\"solo_ventas\" selected>")
                .contains("name=\"tick\" value=\"2026-09-06T04:00:00Z\"")
                .contains("class=\"pill\" href=\"/runs?state=ok&amp;job=solo_ventas\"");
        assertThat(visit.page("/runs")).contains("href=\"/runs?tick=2026-09-06T04%3A00%3A00Z\"");
    }

    @Test
    void older_runs_are_on_the_next_page_with_the_same_filter() {
        for (int run = 0; run < 25; run++) {
            visit.ran("ventas");
        }

        String next = Visit.find("href=\"([^\"]*before=[^\"]*)\"", visit.page("/runs?state=ok"))
                .replace("&amp;", "&");
        assertThat(next).isEqualTo("/runs?state=ok&before=4");
        assertThat(numbers(next)).containsExactly("3", "2");
        assertThat(visit.page(next)).contains("href=\"/runs?state=ok\">Newest runs");
    }

    @Test
    void what_cannot_be_asked_is_told_with_what_can() {
        assertThat(visit.get("/runs?state=oks").statusCode()).isEqualTo(422);
        assertThat(visit.get("/runs?state=oks").body()).contains("\"oks\"", "cancelled");
        assertThat(visit.get("/runs?tick=ayer").body()).contains("2026-09-05T23:55");
    }
}
