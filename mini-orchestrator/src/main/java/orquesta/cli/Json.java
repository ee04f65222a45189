package orquesta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.RunResult;
import orquesta.event.RunRecord;
import orquesta.event.StepRecord;

/** The objects that {@code --json} prints: scripts rely on these names. Times are ISO with a numeric offset. */
public final class Json {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private Json() {}

    /** One line of JSON. */
    public static String write(Object value) {
        try {
            return JsonMapper.builder().findAndAddModules().build().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** An object with its names in this order. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** What {@code kit run --json} prints. */
    public static Map<String, @Nullable Object> run(RunResult result) {
        RunRecord run = result.run();
        return object(
                "run", run.id().number(),
                "pipeline", run.id().pipeline(),
                "status", run.status().text(),
                "exit", result.exit(),
                "started", time(run.request().started()),
                "ended", time(run.ended()),
                "steps", result.steps().stream().map(Json::step).toList());
    }

    static Map<String, @Nullable Object> runs(List<RunRecord> runs) {
        return object("runs", runs.stream().map(Json::run).toList());
    }

    private static Map<String, @Nullable Object> run(RunRecord run) {
        return object(
                "run", run.id().number(),
                "pipeline", run.id().pipeline(),
                "status", run.status().text(),
                "started", time(run.request().started()),
                "ended", time(run.ended()),
                "reason", run.reason().toString(),
                "tick", time(run.request().tick()),
                "partition",
                        run.request().partitions().isEmpty()
                                ? null
                                : run.request().partitions());
    }

    private static Map<String, @Nullable Object> step(StepRecord step) {
        return object(
                "key", step.task().text(),
                "kind", step.key().kind(),
                "state", step.state().text(),
                "attempts", step.attempts(),
                "reason", step.reason().toString(),
                "cause", step.cause(),
                "rows", known(step.rows()),
                "ms", known(step.times().millis()));
    }

    /** A count below zero is one that nobody knows. */
    private static @Nullable Long known(long count) {
        return count < 0 ? null : count;
    }
}
