package pruebas;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import orquesta.Orchestrator;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.daemon.Daemon;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.sensor.Sensor;

/** A daemon with a schedule that fires each second and makes up for what it missed, and a sensor of files; until it is killed. */
public final class CadaSegundo {
    private CadaSegundo() {}

    public static void main(String[] args) throws InterruptedException {
        Path home = Path.of(args[0]);
        AssetDefinition asset = AssetDefinition.named("a").computedBy(in -> Relation.rows("n", "1"));
        Pipeline pipeline = Definitions.of(asset, AssetDefinition.named("b").computedBy(in -> Relation.rows("n", "1")))
                .job(Job.named("todo").select("a"))
                .job(Job.named("carga").select("b"))
                .schedule(Schedule.named("cada").every("1s").runs("todo").missed(MissedTicks.ALL))
                .sensor(Sensor.named("llego")
                        .files(home.resolve("entrada/*.csv").toString())
                        .every("100ms")
                        .runs("carga"))
                .validated("p");
        Orchestrator orchestrator = Orchestrator.at(home);
        new Daemon(
                        orchestrator,
                        () -> Optional.of(pipeline),
                        Clock.systemUTC(),
                        () -> Fact.Origin.UNKNOWN,
                        line -> System.out.println(line))
                .start();
        new CountDownLatch(1).await();
    }
}
