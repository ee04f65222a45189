package pruebas;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import orquesta.Orchestrator;
import orquesta.asset.AssetDefinition;
import orquesta.daemon.Daemon;
import orquesta.daemon.VirtualDays;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.process.FastClock;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.store.TriggerQueries;

/** A daemon in whose runs the machine goes down: three schedules of each hour, one for each policy. */
public final class Reinicio {
    /** Where this was started: what a step prints goes to its log. */
    private static final PrintStream OUT = System.out;

    /** Says {@code begun} once for each run, none of which ends. */
    public static void main(String[] arguments) throws InterruptedException {
        FastClock clock = VirtualDays.clock("2026-11-02T09:30", 1);
        Orchestrator orchestrator = Orchestrator.at(Path.of(arguments[0]), clock);
        Pipeline pipeline = pipeline(true);
        Daemon daemon =
                new Daemon(orchestrator, () -> Optional.of(pipeline), clock, () -> Fact.Origin.UNKNOWN, OUT::println);
        daemon.start();
        for (String schedule : pipeline.schedules().keySet()) {
            while (new TriggerQueries(orchestrator.history())
                    .newest(new TriggerId("p", schedule))
                    .isEmpty()) {
                Thread.sleep(10); // a schedule counts from when it is first looked at
            }
        }
        clock.skipTo(Instant.parse("2026-11-02T10:00:00-03:00"));
        new CountDownLatch(1).await();
    }

    /**
     * Three schedules, one for each policy of missed ticks.
     *
     * @param hangs whether its assets never end
     */
    public static Pipeline pipeline(boolean hangs) {
        Definitions definitions = Definitions.of(asset("omite", hangs), asset("ultima", hangs), asset("todas", hangs));
        for (MissedTicks policy : MissedTicks.values()) {
            String name = switch (policy) {
                case SKIP -> "omite";
                case LAST -> "ultima";
                case ALL -> "todas";
            };
            definitions = definitions
                    .job(Job.named(name).select(name))
                    .schedule(Schedule.named("cada_" + name)
                            .cron("0 * * * *", "America/Santiago")
                            .runs(name)
                            .missed(policy));
        }
        return definitions.validated("p");
    }

    private static AssetDefinition asset(String name, boolean hangs) {
        return AssetDefinition.named(name).returns(String.class).computedBy(in -> {
            if (hangs) {
                OUT.println("begun " + name);
                new CountDownLatch(1).await();
            }
            return name;
        });
    }

    private Reinicio() {}
}
