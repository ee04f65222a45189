package orquesta.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
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

    /**
     * What selections are explained with: the asset with the shortest name; then a group, if there is one, and the way to
     * the last asset without one that stands on it. Empty where there is no asset.
     */
    static List<String> example(Pipeline pipeline) {
        AssetGraph graph = pipeline.graph();
        if (graph.keys().isEmpty()) {
            return List.of();
        }
        String shortest = shortest(graph.keys());
        Stream<String> group = graph.keys().stream()
                .map(key -> graph.definition(key).labels().group())
                .filter(name -> name.matches("\\w+"))
                .limit(1)
                .map(name -> "group:" + name);
        String without = graph.inOrder().stream()
                .filter(key -> !graph.inputsOf(key).isEmpty())
                .reduce((before, after) -> after)
                .map(last -> "*" + last + " and not " + shortest(graph.ancestorsOf(last)))
                .orElse("not " + shortest);
        return List.of(shortest, Stream.concat(group, Stream.of(without)).collect(Collectors.joining(", ")));
    }

    private static String shortest(Set<AssetKey> keys) {
        return keys.stream()
                .map(AssetKey::name)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** What is answered, in the order in which it is written. */
    record Answer(String text, List<String> keys, String said, boolean wrong) {}

    /** {@code {"text": "ventas", "keys": [...], "said": "2 of 6 assets", "wrong": false}}; {@code toggle} names a node that was clicked. */
    void typed(Context context) throws IOException {
        Look look = looks.apply(context);
        String select = Objects.requireNonNullElse(context.queryParam("select"), "");
        Pipeline pipeline = definitions.now().pipeline().orElse(null);
        Answer answer = pipeline == null
                ? new Answer(select, List.of(), look.say("web.no_version"), true)
                : answer(look, pipeline, Objects.requireNonNullElse(asked(context, pipeline, "select"), ""));
        context.contentType("application/json; charset=utf-8").result(json.writeValueAsBytes(answer));
    }

    /** What an address asks for by a name; as the selection the one after a click, if it tells of one. */
    static @Nullable String asked(Context context, @Nullable Pipeline pipeline, String name) {
        String typed = context.queryParam(name);
        String node = name.equals("select") ? context.queryParam("toggle") : null;
        return pipeline == null || node == null
                ? typed
                : toggled(pipeline, Objects.requireNonNullElse(typed, ""), node);
    }

    /** The selection after a click on a node; as it was if there is no such node, or if it cannot be read. */
    private static String toggled(Pipeline pipeline, String select, String name) {
        Pages.Picked picked = Pages.pick(pipeline, select);
        return pipeline.graph().keys().stream()
                .filter(key -> key.name().equals(name) && picked.problems().isEmpty())
                .findFirst()
                .map(key -> Toggle.of(pipeline.graph(), select, key))
                .orElse(select);
    }

    private static Answer answer(Look look, Pipeline pipeline, String select) {
        Pages.Picked picked = Pages.pick(pipeline, select);
        boolean wrong = !picked.problems().isEmpty();
        int total = pipeline.graph().keys().size();
        String said = wrong
                ? look.sentence(picked.problems().get(0).message())
                : look.say("web.picked", picked.keys().size(), total);
        List<String> keys = picked.keys().stream().map(key -> key.name()).toList();
        return new Answer(select, select.isBlank() ? List.of() : keys, said, wrong);
    }
}
