package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.daemon.ScheduleState;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.load.LiveDefinitions;
import orquesta.process.FastClock;
import orquesta.schedule.Schedule;
import orquesta.sensor.Sensor;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;

/** What a visitor without a script sees of schedules, and how he switches them. */
class TimePageTest {
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    /** The evening before the night in which the clocks of Chile jump from 24:00 to 01:00. */
    private static final Instant EVENING = Instant.parse("2026-09-05T18:00:00-04:00");

    private static final TriggerId NIGHT = new TriggerId(Visit.PIPELINE, "medianoche");

    @TempDir
    Path home;

    private Visit visit;

    @AfterEach
    void close() {
        visit.close();
    }

    @Test
    void each_schedule_says_what_it_does_where_the_clock_changes() {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("n", "1"));
        Pipeline three = Definitions.of(ventas)
                .job(Job.named("diario").select("*"))
                .schedule(Schedule.named("fija")
                        .cron("0 0 * * *", "America/Santiago")
                        .runs("diario"))
                .schedule(Schedule.named("horaria")
                        .cron("30 * * * *", "America/Santiago")
                        .runs("diario"))
                .schedule(Schedule.named("periodo").every("90m").runs("diario"))
                .validated(Visit.PIPELINE);
        visit = new Visit(home, new LiveDefinitions(home, () -> three), Map.of(), Clock.fixed(EVENING, CHILE));

        String page = visit.page("/time");

        assertThat(section(page, "fija")).contains("at the end of the gap").contains("America/Santiago");
        assertThat(section(page, "horaria")).contains("twice in an hour that is repeated");
        assertThat(section(page, "periodo"))
                .contains("changes of the clock play no part")
                .contains("America/Santiago");
    }

    private static String section(String page, String schedule) {
        return page.substring(page.indexOf("id=\"schedule-" + schedule + "\"")).replaceFirst("(?s)</section>.*", "");
    }

    private static Pipeline pipeline() {
        AssetDefinition ventas =
                AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("producto", "'té'"));
        return Definitions.of(ventas)
                .job(Job.named("diario").select("*"))
                .schedule(Schedule.named("medianoche")
                        .cron("0 0 * * *", "America/Santiago")
                        .runs("diario"))
                .validated(Visit.PIPELINE);
    }

    private void open(Clock clock) {
        visit = new Visit(home, new LiveDefinitions(home, TimePageTest::pipeline), Map.of(), clock);
    }

    private static Fact.Ticked ticked(String due, State state, Message reason) {
        return new Fact.Ticked(Instant.parse(due), List.of(LocalDateTime.parse(due.substring(0, 16))), state, reason);
    }

    /** One that started a run, as a daemon does, and one that started none. */
    private void twoTicks() {
        Orchestrator orchestrator = visit.orchestrator;
        Pipeline pipeline = visit.definitions.now().pipeline().orElseThrow();
        Fact.Ticked started = ticked("2026-09-05T00:00:00-04:00", State.RUNNING, Message.of("tick.due"));
        RunRequest request = new RunRequest(pipeline.job("diario"), "diario", Clock.fixed(started.due(), CHILE), 1);
        orchestrator.run(pipeline, request, new Event.Draft(NIGHT, null, 0, 0, started), event -> {});
        orchestrator.record(NIGHT, ticked("2026-09-05T01:00:00-04:00", State.SKIPPED, Message.of("tick.paused")));
    }

    @Test
    void the_next_five_ticks_and_a_mark_where_the_clock_changes() {
        open(Clock.fixed(EVENING, CHILE));

        String page = visit.page("/time");

        assertThat(page.split("<ol class=\"coming\">")[1].split("</ol>")[0])
                .containsSubsequence(
                        "2026-09-06 01:00:00 -03:00",
                        "stands for 00:00",
                        "the clock changes on this day: 00:00 → 01:00",
                        "2026-09-07 00:00:00 -03:00",
                        "2026-09-10 00:00:00 -03:00")
                .containsOnlyOnce("the clock changes")
                .doesNotContain("2026-09-11");
        assertThat(page).contains("No tick in the last 24 hours.", "The clock of this computer", "0 0 * * *");
    }

    @Test
    void past_ticks_say_their_reason_and_lead_to_their_run() {
        open(Clock.fixed(EVENING, CHILE));
        twoTicks();

        assertThat(visit.page("/time"))
                .containsPattern(
                        "2026-09-05 01:00:00 -04:00</time></th>\\s*<td>\\s*<span class=\"chip\" data-state=\"skipped\"")
                .contains("paused: the schedule is switched off")
                .containsPattern("data-state=\"ok\"[\\s\\S]{0,400}<a href=\"/runs/1\">Run 1</a>[\\s\\S]{0,80}on time")
                .contains("x=\"29.17%\""); // 01:00 is 7 hours after 18:00 of the day before
    }

    @Test
    void a_schedule_says_why_on_the_clock_that_is_watched() {
        open(FastClock.from(EVENING, 0.001, CHILE));
        assertThat(visit.page("/time")).contains("medianoche counts from when somebody first watches it");

        visit.orchestrator.record(
                NIGHT, new Fact.ScheduleSet("0 0 * * * America/Santiago", EVENING.minusSeconds(60), true));
        String page = visit.page("/time");

        assertThat(page.split("<details id=\"why-medianoche\"")[1].split("</details>")[0])
                .containsSubsequence(
                        "Why?",
                        "It waits for 2026-09-06T01:00:00-03:00, 5 h",
                        "To run the same at once: ./kit run",
                        "--job diario");
    }

    @Test
    void a_tick_of_the_day_before_yesterday_is_not_shown() {
        open(Clock.fixed(EVENING.plusSeconds(3 * 86_400), CHILE));
        twoTicks();

        assertThat(visit.page("/time")).contains("No tick in the last 24 hours.");
    }

    @Test
    void the_button_pauses_a_schedule_and_the_next_press_switches_it_on() {
        open(Clock.fixed(EVENING, CHILE));

        var answer = visit.post("/schedules", "token", visit.token(), "schedule", "medianoche", "to", "off");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/time"));
        assertThat(state().on()).isFalse();
        assertThat(visit.page("/time")).contains("Switch on", "paused").doesNotContain(">Pause ");
        visit.post("/schedules", "token", visit.token(), "schedule", "medianoche", "to", "on");
        assertThat(state().on()).isTrue();
    }

    private ScheduleState state() {
        return ScheduleState.of(new TriggerQueries(visit.orchestrator.history()).newest(NIGHT));
    }

    @Test
    void a_schedule_that_is_not_there_is_told_and_nothing_is_recorded() {
        open(Clock.fixed(EVENING, CHILE));

        var answer = visit.post("/schedules", "token", visit.token(), "schedule", "nada", "to", "off");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("no schedule \"nada\"");
        assertThat(visit.orchestrator.history().eventsAfter(0, 10)).isEmpty();
    }

    @Test
    void a_virtual_clock_is_set_by_its_buttons_and_that_of_the_computer_is_not() {
        FastClock clock = FastClock.from(EVENING, 600, CHILE);
        open(clock);

        assertThat(visit.page("/time")).contains("The virtual clock", "aria-pressed=\"true\">600 ×");
        visit.post("/clock", "token", visit.token(), "speed", "0");
        assertThat(clock.speed()).isZero();
        assertThat(visit.page("/time")).contains("aria-pressed=\"true\">Stand still");
        for (String wrong : List.of("100001", "-1", "x", "")) {
            assertThat(visit.post("/clock", "token", visit.token(), "speed", wrong)
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(clock.speed()).isZero();
        visit.close();

        open(Clock.systemUTC());
        assertThat(visit.post("/clock", "token", visit.token(), "speed", "60").body())
                .contains("--clock 2026-09-05T23:55 --speed 60");
    }

    private static Pipeline watching() {
        return Definitions.of(AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("n", "1")))
                .job(Job.named("diario").select("*"))
                .sensor(Sensor.named("llego").files("entrada/*.csv").runs("diario"))
                .validated(Visit.PIPELINE);
    }

    private void sensed(long number, State state, Message reason) {
        Event.Draft look = new Event.Draft(
                new TriggerId(Visit.PIPELINE, "llego"), null, 0, 0, new Fact.Sensed(number, "c", state, reason));
        if (state == State.RUNNING) {
            Pipeline pipeline = visit.definitions.now().pipeline().orElseThrow();
            RunRequest request = new RunRequest(pipeline.job("diario"), "diario", Clock.fixed(EVENING, CHILE), 1);
            visit.orchestrator.run(pipeline, request, look, event -> {});
        } else {
            visit.orchestrator.record(List.of(look));
        }
    }

    @Test
    void a_sensor_says_what_it_watches_what_it_told_and_leads_to_the_run_that_it_started() {
        visit = new Visit(
                home, new LiveDefinitions(home, TimePageTest::watching), Map.of(), Clock.fixed(EVENING, CHILE));
        assertThat(visit.page("/time")).contains("files entrada/*.csv", "Nobody has watched it yet");

        sensed(1, State.SKIPPED, Message.of("sensor.no_file", "entrada/*.csv"));
        sensed(2, State.RUNNING, Message.of("sensor.files", 1, "a.csv"));

        assertThat(visit.page("/time"))
                .containsPattern(
                        "data-state=\"ok\"[\\s\\S]{0,400}<a href=\"/runs/1\">Run 1</a>[\\s\\S]{0,80}1 new or changed: a.csv")
                .contains("no file of entrada/*.csv is new or changed");
    }

    @Test
    void a_sensor_is_paused_and_resumed_by_its_button() {
        visit = new Visit(
                home, new LiveDefinitions(home, TimePageTest::watching), Map.of(), Clock.fixed(EVENING, CHILE));

        visit.post("/schedules", "token", visit.token(), "schedule", "llego", "to", "off");
        assertThat(visit.page("/time")).contains("paused").contains("name=\"to\" value=\"on\"");
        visit.post("/schedules", "token", visit.token(), "schedule", "llego", "to", "on");
        assertThat(visit.page("/time")).contains("name=\"to\" value=\"off\"");
    }
}
