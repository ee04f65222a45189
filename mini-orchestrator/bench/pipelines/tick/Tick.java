package tick;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import orquesta.asset.AssetDefinition;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.schedule.Schedule;

/** A step each minute that writes when it began into the file BENCH_MARKS, for tick.py: seconds since 1970, a line each. */
public final class Tick {
    private Tick() {}

    public static Definitions definitions() {
        AssetDefinition mark = AssetDefinition.named("marca").returns(void.class).computedBy(inputs -> {
            String now = System.currentTimeMillis() / 1e3 + "\n";
            Path marks = Path.of(System.getenv("BENCH_MARKS"));
            Files.writeString(
                    marks, now, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return null;
        });
        return Definitions.of(mark)
                .job(Job.named("marcar").select("marca"))
                .schedule(Schedule.named("cada_minuto").cron("* * * * *", "UTC").runs("marcar"));
    }
}
