package orquesta.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import orquesta.definition.Pipeline;
import orquesta.load.LiveDefinitions;

/** Says while somebody types which assets a selection picks, and how many. */
final class SelectionBox {
    private final LiveDefinitions definitions;
    private final Function<Context, Look> looks;
    private final ObjectMapper json = new ObjectMapper();

    SelectionBox(LiveDefinitions definitions, Function<Context, Look> looks) {
        this.definitions = definitions;
        this.looks = looks;
    }

    /** {@code {"keys": [...], "said": "2 of 6 assets", "wrong": false}} */
    void typed(Context context) throws IOException {
        Look look = looks.apply(context);
        String select = Objects.requireNonNullElse(context.queryParam("select"), "");
        Pipeline pipeline = definitions.now().pipeline().orElse(null);
        Map<String, Object> answer = pipeline == null
                ? Map.of("keys", List.of(), "said", look.say("web.no_version"), "wrong", true)
                : answer(look, pipeline, select);
        context.contentType("application/json; charset=utf-8").result(json.writeValueAsBytes(answer));
    }

    private static Map<String, Object> answer(Look look, Pipeline pipeline, String select) {
        Pages.Picked picked = Pages.pick(pipeline, select);
        boolean wrong = !picked.problems().isEmpty();
        int total = pipeline.graph().keys().size();
        String said = wrong
                ? look.sentence(picked.problems().get(0).message())
                : look.say("web.picked", picked.keys().size(), total);
        List<String> keys = picked.keys().stream().map(key -> key.name()).toList();
        return Map.of("keys", select.isBlank() ? List.of() : keys, "said", said, "wrong", wrong);
    }
}
