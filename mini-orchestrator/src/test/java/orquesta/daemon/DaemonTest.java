package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.StepKey;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.explain.Why;
import orquesta.schedule.Schedule;
import orquesta.store.TickQueries;
import orquesta.store.TriggerQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** The daemon on a clock that the test sets. */
class DaemonTest {
    private static final TriggerId MIDNIGHT = new TriggerId(TestHome.PIPELINE, "noche");

    private final TestHome home = TestHome.create();
    private final HandClock clock = new HandClock(Instant.parse("2026-09-05T12:00:00Z"));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Daemon> daemons = new ArrayList<>();

    /** A clock that stands until it is moved. */
    private static final class HandClock extends Clock {
        private volatile Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void close() {
        daemons.forEach(Daemon::close);
        home.close();
    }

    private Pipeline pipeline(String cron, String selection) {
        AssetDefinition day = AssetDefinition.named("dia")
                .wantsRun()
                .computedBy(in -> Relation.rows("d", "'" + in.run().date() + "'"));
        AssetDefinition after = AssetDefinition.named("reporte").reads("dia").computedBy(in -> Relation.rows("n", "1"));
        return home.pipeline(Definitions.of(day, after)
                .job(Job.named("diario").select(selection))
                .schedule(Schedule.named("noche").cron(cron, "America/Santiago").runs("diario")));
    }

    private Daemon daemon(Pipeline pipeline) {
        return daemon(() -> Optional.of(pipeline), () -> Fact.Origin.UNKNOWN);
    }

    private Daemon daemon(Supplier<Optional<Pipeline>> definitions, Supplier<Fact.Origin> origin) {
        Daemon daemon = new Daemon(home.orchestrator(), definitions, clock, origin, line -> told.add(line.toString()));
        daemons.add(daemon);
        return daemon;
    }

    private void until(Instant time) {
        clock.now = time;
    }

    /** So many runs at least, all of which have ended. */
    private List<RunRecord> runs(int count) throws InterruptedException {
        return runs(runs -> runs.size() >= count && runs.stream().allMatch(run -> run.ended() != null));
    }

    /** All runs, once so many have ended: on a clock that goes fast there may always be one that goes on. */
    private List<RunRecord> ended(int count) throws InterruptedException {
        return runs(runs -> runs.stream().filter(run -> run.ended() != null).count() >= count);
    }

    private List<RunRecord> runs(Predicate<List<RunRecord>> wanted) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < patience) {
            List<RunRecord> runs = home.history().runs(100);
            if (wanted.test(runs)) {
                return runs;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("they never came: " + told);
    }

    private void switched(boolean on) {
        ScheduleState.switchTo(on, MIDNIGHT, home.orchestrator());
        assertThat(ScheduleState.of(new TriggerQueries(home.history()).newest(MIDNIGHT))
                        .on())
                .isEqualTo(on);
    }

    private List<Fact.Ticked> ticks() {
        return new TickQueries(home.history())
                .last(MIDNIGHT, 100).stream()
                        .map(event -> (Fact.Ticked) event.fact())
                        .toList();
    }

    @Test
    void a_tick_starts_the_job_with_the_date_that_was_asked_for_and_says_so() throws Exception {
        Daemon daemon = daemon(pipeline("0 0 * * *", "*reporte"));
        assertThat(daemon.tick()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
        until(Instant.parse("2026-09-06T04:00:00Z")); // midnight does not exist on that day: it is one o'clock

        daemon.tick();

        RunRecord run = runs(1).get(0);
        assertThat(run.request().job()).isEqualTo("diario");
        assertThat(run.request().tick()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
        assertThat(home.lines("dia")).containsExactly("2026-09-06");
        List<Event> story = home.history().story(run.id());
        assertThat(story.get(1).cause())
                .as("the tick led to the run")
                .isEqualTo(story.get(0).seq());
        assertThat(Why.of(story, StepKey.parse("reporte")))
                .last()
                .extracting(sentence -> sentence.in(Language.EN))
                .isEqualTo("the schedule noche asked for it at 2026-09-06T00:00 (on time)");
    }

    /** 22:00 of the 29th in Chile, the 30th in UTC. */
    @Test
    void the_run_of_a_plain_period_has_the_date_and_the_clock_of_the_course() throws Exception {
        AssetDefinition day = AssetDefinition.named("dia")
                .wantsRun()
                .computedBy(in -> Relation.sql("select '" + in.run().date() + "' as d, current_date::varchar as hoy, "
                        + "now()::varchar as ahora, '" + in.run().clock().getZone() + "' as zona"));
        Daemon daemon = daemon(home.pipeline(Definitions.of(day)
                .job(Job.named("diario").select("*"))
                .schedule(Schedule.named("noche").every("1h").runs("diario"))));
        until(Instant.parse("2026-11-30T00:30:00Z"));
        assertThat(daemon.tick()).isEqualTo(Instant.parse("2026-11-30T01:00:00Z"));
        until(Instant.parse("2026-11-30T01:00:00Z"));

        daemon.tick();

        assertThat(runs(1).get(0).request().date()).isEqualTo("2026-11-29");
        assertThat(home.lines("dia")).containsExactly("2026-11-29,2026-11-29,2026-11-29 22:00:00-03,America/Santiago");
        assertThat(told.get(0)).startsWith("2026-11-29T22:00:00-03:00");
    }

    /** What a relative path in {@code --set} means is known as soon as its resource is. */
    @Test
    void a_run_has_the_origin_that_its_definitions_had_when_they_could_be_loaded_at_last() throws Exception {
        AtomicReference<Optional<Pipeline>> loaded = new AtomicReference<>(Optional.empty());
        AtomicReference<Fact.Origin> origin =
                new AtomicReference<>(new Fact.Origin("/tienda", Map.of("reports", "out"), "", ""));
        Daemon daemon = daemon(loaded::get, origin::get);
        daemon.tick();

        loaded.set(Optional.of(pipeline("0 * * * *", "*reporte")));
        origin.set(new Fact.Origin("/tienda", Map.of("reports", "/escritorio/out"), "", ""));
        until(daemon.tick());
        daemon.tick();

        assertThat(home.orchestrator().originOf(runs(1).get(0).id()).settings())
                .containsEntry("reports", "/escritorio/out");
    }

    @Test
    void two_daemons_on_one_home_start_one_run() throws Exception {
        Pipeline pipeline = pipeline("*/5 * * * *", "*reporte");
        List<Daemon> both = List.of(daemon(pipeline), daemon(pipeline));
        both.forEach(Daemon::tick);
        for (int tick = 1; tick <= 10; tick++) {
            until(Instant.parse("2026-09-05T12:00:00Z").plus(Duration.ofMinutes(5L * tick)));
            List<Thread> threads =
                    both.stream().map(daemon -> new Thread(daemon::tick)).toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            runs(tick);
        }

        assertThat(runs(10)).hasSize(10).extracting(run -> run.request().tick()).doesNotHaveDuplicates();
        assertThat(ticks()).hasSize(10).allMatch(Fact.Ticked::startsRun);
    }

    @Test
    void what_cannot_be_planned_is_a_tick_with_its_reason_and_the_next_one_comes() throws Exception {
        Daemon daemon = daemon(pipeline("0 0 * * *", "reporte")); // what it reads was never published
        daemon.tick();
        until(Instant.parse("2026-09-06T04:00:00Z"));

        assertThat(daemon.tick()).isEqualTo(Instant.parse("2026-09-07T03:00:00Z"));

        daemons.forEach(Daemon::close);
        assertThat(ticks()).hasSize(1);
        assertThat(ticks().get(0).state()).isEqualTo(State.FAILED);
        assertThat(ticks().get(0).reason().in(Language.EN))
                .startsWith("could not start: ")
                .contains("dia");
        assertThat(home.history().runs(9)).isEmpty();
    }

    /** Its thread records the tick while the daemon looks for what is next: in between it is neither begun nor known. */
    @Test
    void a_tick_that_is_recorded_while_the_next_one_is_looked_for_is_not_due_again() throws Exception {
        Daemon daemon = daemon(pipeline("* * * * *", "reporte"));
        Instant next = daemon.tick();
        for (int minute = 0; minute < 300; minute++) {
            until(next);
            Instant due = next;
            next = daemon.tick();
            assertThat(next).isEqualTo(due.plus(Duration.ofMinutes(1)));
        }
    }

    @Test
    void a_pause_holds_in_another_process_too_and_is_over_when_somebody_says_so() throws Exception {
        Pipeline pipeline = pipeline("0 0 * * *", "*reporte");
        daemon(pipeline).tick();
        switched(false);
        until(Instant.parse("2026-09-06T04:00:00Z"));
        daemon(pipeline).tick();
        switched(true);
        until(Instant.parse("2026-09-07T03:00:00Z"));
        daemon(pipeline).tick();

        runs(1);
        assertThat(ticks()).extracting(Fact.Ticked::state).containsExactly(State.RUNNING, State.SKIPPED);
    }

    @Test
    void a_switch_changes_nothing_of_what_is_owed() throws Exception {
        Pipeline pipeline = pipeline("0 0 * * *", "*reporte");
        daemon(pipeline).tick();
        until(Instant.parse("2026-09-06T12:00:00Z")); // midnight came while nobody was there
        switched(false);
        switched(true);
        daemon(pipeline).tick();

        assertThat(runs(1).get(0).request().tick()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void one_that_is_switched_off_before_anybody_watched_it_counts_from_the_first_watch_and_stays_off()
            throws Exception {
        switched(false);
        Pipeline pipeline = pipeline("0 0 * * *", "*reporte");
        daemon(pipeline).tick();
        until(Instant.parse("2026-09-06T04:00:00Z"));
        daemon(pipeline).tick();

        assertThat(ticks()).extracting(Fact.Ticked::state).containsExactly(State.SKIPPED);
    }

    @Test
    void a_schedule_that_is_written_in_another_way_counts_from_then_on() throws Exception {
        daemon(pipeline("0 0 * * *", "*reporte")).tick();
        until(Instant.parse("2026-09-05T15:00:00Z"));
        Daemon changed = daemon(pipeline("30 * * * *", "*reporte"));

        assertThat(changed.tick()).isEqualTo(Instant.parse("2026-09-05T15:30:00Z"));
        assertThat(ticks()).as("nobody owes 12:30").isEmpty();
    }

    @Test
    void one_that_is_closed_while_it_looks_calls_nothing_a_fault() throws Exception {
        Pipeline pipeline = pipeline("0 0 * * *", "*reporte");
        daemon(pipeline).tick();
        until(Instant.parse("2026-09-06T04:00:00Z")); // a run is due, and nobody starts it any more
        CompletableFuture<Thread> looks = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Daemon daemon = daemon(
                () -> {
                    looks.complete(Thread.currentThread());
                    closed.join();
                    return Optional.of(pipeline);
                },
                () -> Fact.Origin.UNKNOWN);
        daemon.start();
        Thread thread = looks.join();

        daemon.close();
        closed.complete(null);
        thread.join();

        assertThat(told).isEmpty();
    }

    @Test
    void its_thread_wakes_by_itself_on_a_clock_that_goes_fast() throws Exception {
        Clock fast = orquesta.process.FastClock.from(Instant.parse("2026-09-05T23:00:00Z"), 7_200, ZoneOffset.UTC);
        Pipeline pipeline = pipeline("0 * * * *", "*reporte");
        try (Daemon daemon = new Daemon(
                home.orchestrator(), () -> Optional.of(pipeline), fast, () -> Fact.Origin.UNKNOWN, line -> {})) {
            daemon.start();
            assertThat(ended(3)).extracting(run -> run.request().tick()).doesNotHaveDuplicates();
        }
    }
}
