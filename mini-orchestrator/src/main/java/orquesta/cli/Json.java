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

    /** What {@code kit run --json} prints. */
    public static Map<String, @Nullable Object> run(RunResult result) {
        Map<String, @Nullable Object> object = run(result.run());
        object.put("exit", result.run().status().exit());
        object.put("steps", result.steps().stream().map(Json::step).toList());
        return object;
    }

    static Map<String, Object> runs(List<RunRecord> runs) {
        return Map.of("runs", runs.stream().map(Json::run).toList());
    }

    private static Map<String, @Nullable Object> run(RunRecord run) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("run", run.id().number());
        object.put("pipeline", run.id().pipeline());
        object.put("status", run.status().text());
        object.put("started", time(run.request().started()));
        object.put("ended", time(run.ended()));
        object.put("reason", run.reason().toString());
        return object;
    }

    private static Map<String, @Nullable Object> step(StepRecord step) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("key", step.key().text());
        object.put("kind", step.key().kind());
        object.put("state", step.state().text());
        object.put("attempts", step.attempts());
        object.put("reason", step.reason().toString());
        object.put("cause", step.cause());
        object.put("rows", step.rows() < 0 ? null : step.rows());
        object.put("ms", step.times().millis() < 0 ? null : step.times().millis());
        return object;
    }
}
