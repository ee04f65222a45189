package orquesta.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.Column;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.text.Language;
import orquesta.text.Message;

/** The chain of causes, over events written by hand. */
@Tag("once")
class WhyTest {
    private final List<Event> events = new ArrayList<>();

    private long started() {
        return add("", 0, new Fact.RunStarted("*reporte", "", LocalDate.of(2026, 9, 5), Map.of(), "me"));
    }

    private long add(String step, long cause, Fact fact) {
        long seq = events.size() + 1L;
        Task key = step.isEmpty() ? null : Task.of(StepKey.parse(step));
        events.add(new Event(seq, Instant.EPOCH, new RunId("tienda", 12), key, 1, cause, fact));
        return seq;
    }

    private long state(String step, State state, long cause, String key, Object... args) {
        return add(step, cause, new Fact.StepChanged(state, Message.of(key, args)));
    }

    private long wrote(String step, long rows, long cause) {
        var contents = new Materialization.Contents(rows, List.of(), List.of(), List.of(), 10);
        var none = Materialization.ContentHash.NONE;
        return add(
                step,
                cause,
                new Fact.Materialized(new Materialization(ValueForm.TABLE, "x", contents, none, Map.of(), null)));
    }

    private List<String> why(String step) {
        return Why.of(events, StepKey.parse(step)).stream()
                .map(sentence -> sentence.in(Language.EN))
                .toList();
    }

    @Test
    void a_failure_above_is_followed_down_to_the_run() {
        long run = started();
        long waiting = state("reporte", State.WAITING, run, "step.waits", "ventas");
        long planned = state("ventas", State.PLANNED, run, "plan.selected", "*reporte");
        long running = state("ventas", State.RUNNING, planned, "step.runs");
        long failed = state(
                "ventas", State.FAILED, running, "step.threw", "IllegalStateException: sin red", "Tienda.java:12");
        state("reporte", State.UPSTREAM_FAILED, failed, "step.above_failed", "ventas", "failed");

        assertThat(waiting).isPositive();
        assertThat(why("reporte")).hasSize(3);
        assertThat(why("reporte").get(0)).contains("reporte is upstream_failed", "ventas is failed");
        assertThat(why("reporte").get(1)).contains("ventas is failed", "sin red", "Tienda.java:12");
        assertThat(why("reporte").get(2)).contains("12", "*reporte", "2026-09-05");
    }

    @Test
    void a_blocked_asset_leads_over_the_check_and_its_first_row_to_what_it_judged() {
        long run = started();
        long running = state("ventas", State.RUNNING, run, "step.runs");
        long written = wrote("ventas", 20, running);
        long judging = state("ventas#positivas", State.RUNNING, written, "step.runs");
        long judged = add(
                "ventas#positivas",
                judging,
                new Fact.CheckEvaluated(
                        new Fact.Verdict(false, true, Message.of("check.said", "a negative sale"), Map.of()),
                        2,
                        List.of(
                                new Column("id", "BIGINT"),
                                new Column("nota", "VARCHAR"),
                                new Column("monto", "DECIMAL(18,2)")),
                        List.of(Arrays.asList("7", null, "-1.00"), Arrays.asList("8", "x", "-2.00"))));
        long failed = state("ventas#positivas", State.FAILED, judged, "check.rows", "a negative sale", 2);
        state("ventas", State.BLOCKED, failed, "step.blocked", "positivas", "failed");

        List<String> sentences = why("ventas");

        assertThat(sentences).hasSize(5);
        assertThat(sentences.get(0)).contains("ventas is blocked");
        assertThat(sentences.get(1)).contains("ventas#positivas is failed", "a negative sale");
        assertThat(sentences.get(2))
                .contains("id = 7, nota = null, monto = -1.00")
                .doesNotContain("-2.00");
        assertThat(sentences.get(3)).contains("ventas", "20");
        assertThat(sentences.get(4)).contains("Run 12");
    }

    @Test
    void the_last_state_counts_and_steps_in_between_go_without_saying() {
        long run = started();
        long planned = state("ventas", State.PLANNED, run, "plan.selected", "*");
        long running = state("ventas", State.RUNNING, planned, "step.runs");
        long written = wrote("ventas", -1, running);
        state("ventas", State.OK, add("ventas", written, new Fact.Published()), "step.published");

        assertThat(why("ventas")).hasSize(3);
        assertThat(why("ventas").get(0)).contains("ventas is ok");
        assertThat(why("ventas").get(1)).startsWith("ventas wrote").doesNotContain("-1");
    }

    @Test
    void a_step_that_still_waits_says_for_what() {
        state("reporte", State.WAITING, started(), "step.waits", "ventas");

        assertThat(why("reporte").get(0)).contains("reporte is waiting", "waits for ventas");
    }

    @Test
    void a_reason_that_is_a_sentence_does_not_end_twice() {
        long run = started();
        state("ventas#c", State.FAILED, run, "check.null");

        assertThat(why("ventas#c").get(0))
                .contains("returned null")
                .endsWith(".")
                .doesNotEndWith("..");
    }

    @Test
    void a_step_that_was_no_part_of_the_run_says_what_the_run_was_of() {
        started();

        assertThat(why("productos")).singleElement().asString().contains("productos", "*reporte");
    }

    @Test
    void the_job_that_asked_is_named() {
        long run =
                add("", 0, new Fact.RunStarted("*reporte", "reporte_diario", LocalDate.of(2026, 9, 5), Map.of(), "me"));
        state("reporte", State.OK, run, "step.published");

        assertThat(why("reporte").get(1)).contains("reporte_diario");
    }

    @Test
    void everything_is_told_by_its_word_and_not_by_its_sign() {
        long run = add("", 0, new Fact.RunStarted("*", "", LocalDate.of(2026, 9, 5), Map.of(), "me"));
        state("reporte", State.OK, run, "step.published");

        assertThat(why("reporte").get(1)).isEqualTo("Run 12 was started for everything, with the date 2026-09-05.");
        assertThat(Why.of(events, StepKey.parse("reporte")).get(1).in(Language.ES))
                .contains("se inició para todo, con");
        assertThat(why("otro").get(0)).contains("which ran everything");
    }

    @Test
    void the_events_are_only_looked_at() {
        state("ventas", State.OK, started(), "step.published");
        List<Event> fixed = List.copyOf(events);

        assertThat(Why.of(fixed, StepKey.parse("ventas"))).isEqualTo(Why.of(fixed, StepKey.parse("ventas")));
    }

    @Test
    void what_ended_well_is_not_listed_beside_the_cause() {
        long run = started();
        long leidas = state("leidas", State.RUNNING, run, "step.runs");
        long there = state("leidas", State.OK, wrote("leidas", 20, leidas), "step.published");
        long running = state("ventas", State.RUNNING, there, "step.runs");
        long failed = state("ventas", State.FAILED, running, "step.threw", "IllegalStateException: no", "T.java:1");
        long reporte = state("reporte", State.UPSTREAM_FAILED, failed, "step.above_failed", "ventas", "failed");
        state("pagina", State.UPSTREAM_FAILED, reporte, "step.above_failed", "reporte", "upstream_failed");

        assertThat(why("pagina"))
                .extracting(said -> said.replaceAll("[ :].*", ""))
                .containsExactly("pagina", "reporte", "ventas", "Run");
        assertThat(why("leidas")).hasSize(3);
    }

    @Test
    void a_page_tells_each_story_once_and_leads_there_from_elsewhere() {
        long run = started();
        long failed = state("ventas", State.FAILED, run, "step.threw", "IllegalStateException: no", "T.java:1");
        long reporte = state("reporte", State.UPSTREAM_FAILED, failed, "step.above_failed", "ventas", "failed");
        state("pagina", State.UPSTREAM_FAILED, reporte, "step.above_failed", "reporte", "upstream_failed");
        Why.Chains chains = Why.in(events);

        assertThat(chains.of(Task.parse("pagina")).sentences()).hasSize(1);
        assertThat(chains.of(Task.parse("pagina")).elsewhere()).isEqualTo(Task.parse("ventas"));
        assertThat(chains.of(Task.parse("ventas")).sentences()).hasSize(2);
        assertThat(chains.of(Task.parse("ventas")).elsewhere()).isNull();
        assertThat(chains.of(Task.parse("otra")).sentences()).hasSize(1);
    }
}
