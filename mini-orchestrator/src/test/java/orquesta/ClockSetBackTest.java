package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.RetryPolicy;
import orquesta.definition.Definitions;
import orquesta.event.Event;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.explain.Why;
import orquesta.selection.Selection;
import orquesta.store.StepQueries;

/** Somebody sets the clock of the machine back, in the middle of a run: nothing ends before it began, no wait is lost. */
@Tag("once")
class ClockSetBackTest {
    @TempDir
    Path home;

    /** The system's clock, and how far it was set back. */
    private static final class Wall extends Clock {
        private volatile Duration back = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().minus(back);
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

    /** An hour back while it runs: the wait for the second attempt would become an hour longer. */
    private static Definitions failingOnce(Wall wall) {
        AtomicInteger attempts = new AtomicInteger();
        var once = new RetryPolicy(1, Duration.ofMillis(50), 1, Duration.ofMinutes(1), List.of());
        return Definitions.of(
                AssetDefinition.named("a")
                        .retries(once)
                        .timeout(Duration.ofMinutes(5))
                        .computedBy(in -> {
                            if (attempts.incrementAndGet() == 1) {
                                wall.back = Duration.ofHours(1);
                                throw new IllegalStateException("sin red");
                            }
                            wall.back = Duration.ofHours(2);
                            return Relation.rows("x", "1");
                        }),
                AssetDefinition.named("b").reads("a").computedBy(in -> Relation.rows("x", "2")));
    }

    @Test
    @Timeout(300)
    void a_run_goes_on_as_if_nothing_had_happened() {
        Wall wall = new Wall();
        try (Orchestrator orchestrator = Orchestrator.at(home, wall)) {
            RunResult result = orchestrator.run(failingOnce(wall).validated("p"), RunRequest.of(Selection.all()));

            assertThat(result.run().status()).isEqualTo(RunStatus.OK);
            List<Event> events = orchestrator.history().events(result.run().id());
            assertThat(events).extracting(Event::at).isSorted();
            assertThat(events).extracting(Event::seq).isSorted();
            assertThat(result.run().ended())
                    .isAfterOrEqualTo(result.run().request().started());
            result.steps()
                    .forEach(step -> assertThat(step.times().ended())
                            .isAfterOrEqualTo(step.times().started()));
        }
    }

    @Test
    void runs_stay_in_the_order_in_which_they_were_done() {
        Wall wall = new Wall();
        var a = Definitions.of(AssetDefinition.named("a").computedBy(in -> Relation.rows("x", "1")));
        for (int hours = 0; hours < 3; hours++) { // a process of its own each time: none knows how late it was
            wall.back = Duration.ofHours(hours);
            try (Orchestrator orchestrator = Orchestrator.at(home, wall)) {
                orchestrator.run(a.validated("p"), RunRequest.of(Selection.all()));
            }
        }
        try (Orchestrator orchestrator = Orchestrator.at(home, wall)) {
            List<RunRecord> runs = orchestrator.history().runs(10);
            assertThat(runs).extracting(run -> run.id().number()).containsExactly(3L, 2L, 1L);
            assertThat(new StepQueries(orchestrator.history())
                            .newest(orquesta.asset.Task.of(Given.key("a")))
                            .orElseThrow()
                            .pin()
                            .run()
                            .number())
                    .isEqualTo(3);
            assertThat(Why.of(orchestrator.history().events(runs.get(0).id()), Given.key("a")))
                    .isNotEmpty();
        }
    }
}
