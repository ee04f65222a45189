package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.asset.RetryPolicy;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.process.FastClock;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.store.AlertQueries;
import orquesta.store.TickQueries;
import orquesta.text.UserException;

class VirtualDaysTest {
    @TempDir
    Path home;

    private static Pipeline pipeline(AssetDefinition asset, String cron) {
        return Definitions.of(asset)
                .job(Job.named("diario").select("*" + asset.key().name()))
                .schedule(Schedule.named("noche").cron(cron, "America/Santiago").runs("diario"))
                .validated("tienda");
    }

    private static AssetDefinition day() {
        return AssetDefinition.named("dia")
                .wantsRun()
                .returns(String.class)
                .computedBy(in -> in.run().date().toString());
    }

    @Test
    void two_days_with_a_night_when_the_clock_changes_are_the_same_every_time() {
        for (String attempt : List.of("first", "second")) {
            FastClock clock = VirtualDays.clock("2026-09-05T23:55", 600);
            try (Orchestrator orchestrator = Orchestrator.at(home.resolve(attempt), clock)) {
                VirtualDays days =
                        VirtualDays.watch(orchestrator, pipeline(day(), "0 0 * * *"), clock, "2026-09-07T12:00");

                assertThat(days.lines())
                        .containsExactly(
                                "2026-09-06T01:00:00-03:00 noche: run 1 begins, on time",
                                "run 1 ended: ok, 1 ok (assets and checks)",
                                "2026-09-07T00:00:00-03:00 noche: run 2 begins, on time",
                                "run 2 ended: ok, 1 ok (assets and checks)");
                assertThat(days).hasToString(String.join("\n", days.lines()));
                assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2026-09-07T15:00:00Z"));
            }
        }
    }

    /** At this speed the three seconds of the alert would be half an hour. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_takes_its_time_while_no_run_goes_on_makes_no_tick_late() throws IOException {
        Path script = Files.writeString(home.resolve("avisar.sh"), "#!/bin/sh\nsleep 3\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Pipeline pipeline = Definitions.of(day())
                .job(Job.named("diario").select("dia"))
                .schedule(Schedule.named("noche")
                        .cron("1 8 * * *", "America/Santiago")
                        .runs("diario"))
                .alert(Alert.ifLate("dia", "08:00", "America/Santiago").command(script.toString()))
                .validated("tienda");
        FastClock clock = VirtualDays.clock("2026-11-01T07:59", 600);
        try (Orchestrator orchestrator = Orchestrator.at(home.resolve("home"), clock)) {
            VirtualDays days = VirtualDays.watch(orchestrator, pipeline, clock, "2026-11-01T08:45");

            assertThat(days.lines())
                    .filteredOn(line -> line.contains("noche"))
                    .containsExactly("2026-11-01T08:01:00-03:00 noche: run 1 begins, on time");
        }
    }

    @Test
    void a_wait_for_the_next_attempt_passes_on_the_clock() {
        AtomicInteger tries = new AtomicInteger();
        AssetDefinition asset = AssetDefinition.named("descarga")
                .returns(String.class)
                .retries(RetryPolicy.of(1, Duration.ofMinutes(50)))
                .computedBy(in -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("no network");
                    }
                    return "there";
                });
        FastClock clock = VirtualDays.clock("2026-11-01T07:00", 60_000);
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            VirtualDays days =
                    VirtualDays.watch(orchestrator, pipeline(asset, "30 7 * * *"), clock, "2026-11-01T07:30");

            assertThat(days.lines())
                    .containsExactly(
                            "2026-11-01T07:30:00-03:00 noche: run 1 begins, on time",
                            "run 1 ended: ok, 1 ok (assets and checks)");
            List<Event> events = orchestrator.history().events(new RunId("tienda", 1));
            Event waits = ofState(events, State.WAITING);
            Event ends = ofState(events, State.OK);
            assertThat(ChronoUnit.MINUTES.between(waits.at(), ends.at())).isGreaterThanOrEqualTo(50);
        }
    }

    private static Event ofState(List<Event> events, State state) {
        return events.stream()
                .filter(event -> event.fact() instanceof Fact.StepChanged changed && changed.state() == state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ticks_that_come_while_a_run_goes_on_wait_their_turn_where_all_are_owed() {
        AssetDefinition slow = AssetDefinition.named("lento")
                .returns(String.class)
                .computedBy(in -> {
                    Thread.sleep(100);
                    return "done";
                });
        Pipeline pipeline = Definitions.of(slow)
                .job(Job.named("todo").select("lento"))
                .schedule(Schedule.named("cada_hora")
                        .cron("0 * * * *", "America/Santiago")
                        .runs("todo")
                        .missed(MissedTicks.ALL))
                .validated("tienda");
        FastClock clock = VirtualDays.clock("2026-11-01T00:30", 100_000);
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            VirtualDays days = VirtualDays.watch(orchestrator, pipeline, clock, "2026-11-01T04:00");

            assertThat(days.lines()).filteredOn(line -> line.contains("begins")).hasSize(4);
            assertThat(days.lines()).filteredOn(line -> line.contains("ended")).hasSize(4);
        }
    }

    private Pipeline withDeadline(String cron) {
        return Definitions.of(day())
                .job(Job.named("diario").select("dia"))
                .schedule(Schedule.named("noche").cron(cron, "America/Santiago").runs("diario"))
                .alert(Alert.ifLate("dia", "08:00", "America/Santiago").http("ORQUESTA_TEST_NO_SUCH_VARIABLE"))
                .validated("tienda");
    }

    @Test
    void what_is_not_there_by_its_deadline_is_told_and_what_is_there_is_not() {
        // While it runs, half a minute of it passes in a second: the half hour up to the deadline is a minute of the
        // world.
        FastClock clock = VirtualDays.clock("2026-09-05T07:59", 30);
        String name = "ifLate(dia, 08:00, America/Santiago)";
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            VirtualDays first = VirtualDays.watch(orchestrator, withDeadline("30 7 * * *"), clock, "2026-09-06T09:00");

            assertThat(first.lines())
                    .containsExactly(
                            "2026-09-05T08:00:00-04:00 " + name + ": dia was not there by 08:00: never published",
                            "alert " + name + ": http ORQUESTA_TEST_NO_SUCH_VARIABLE: not sent by http"
                                    + " ORQUESTA_TEST_NO_SUCH_VARIABLE: the variable ORQUESTA_TEST_NO_SUCH_VARIABLE is not"
                                    + " set; set it where serve or daemon is started (tried 1 times)",
                            "2026-09-06T07:30:00-03:00 noche: run 1 begins, on time",
                            "run 1 ended: ok, 1 ok (assets and checks)");

            VirtualDays second = VirtualDays.watch(orchestrator, withDeadline("30 8 * * *"), clock, "2026-09-08T09:00");
            assertThat(second.lines())
                    .filteredOn(line -> line.contains("was not there"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("last published 2026-09-0"));
            List<Event> judged = new TickQueries(orchestrator.history())
                    .last(new TriggerId("tienda", name + ": http ORQUESTA_TEST_NO_SUCH_VARIABLE"), 9);
            assertThat(judged)
                    .extracting(event -> ((Fact.Ticked) event.fact()).state())
                    .containsExactly(State.FAILED, State.FAILED, State.OK, State.FAILED);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_alert_that_does_not_arrive_is_tried_again_on_the_clock() throws IOException {
        Path script = Files.writeString(
                home.resolve("avisar.sh"), "#!/bin/sh\ncd " + home + "\necho x >> tries\n[ $(wc -l < tries) -ge 3 ]\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        AssetDefinition broken = AssetDefinition.named("ventas")
                .returns(String.class)
                .computedBy(in -> {
                    throw new IllegalStateException("no more tea");
                });
        Pipeline pipeline = Definitions.of(broken)
                .job(Job.named("diario").select("ventas"))
                .schedule(Schedule.named("noche")
                        .cron("0 0 * * *", "America/Santiago")
                        .runs("diario"))
                .alert(Alert.onFailure("diario").command(script.toString()))
                .validated("tienda");
        FastClock clock = VirtualDays.clock("2026-11-01T23:55", 600);
        try (Orchestrator orchestrator = Orchestrator.at(home.resolve("home"), clock)) {
            VirtualDays days = VirtualDays.watch(orchestrator, pipeline, clock, "2026-11-02T00:00");

            assertThat(home.resolve("tries")).content().hasLineCount(3);
            assertThat(days.lines()).hasSize(3).last().asString().contains("alert onFailure(diario)", "sent by");
            Event told =
                    new AlertQueries(orchestrator.history()).told(1, 1).get(0).alert();
            Instant ended =
                    orchestrator.history().event(told.cause()).orElseThrow().at();
            assertThat(Duration.between(ended, told.at())).isGreaterThanOrEqualTo(Duration.ofSeconds(36));
        }
    }

    @Test
    void what_cannot_be_is_said() {
        FastClock clock = VirtualDays.clock("2026-09-05T23:55", 1);
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            Pipeline pipeline = pipeline(day(), "0 0 * * *");

            assertThatThrownBy(() -> VirtualDays.watch(orchestrator, pipeline, clock, "2026-09-05T12:00"))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("2026-09-05T12:00")
                    .hasMessageContaining("2026-09-05T23:55");
            assertThatThrownBy(() -> VirtualDays.watch(orchestrator, pipeline, clock, "tomorrow"))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("\"tomorrow\"");
        }
        assertThatThrownBy(() -> VirtualDays.clock("2026-09-05T23:55", 0)).isInstanceOf(UserException.class);
    }
}
