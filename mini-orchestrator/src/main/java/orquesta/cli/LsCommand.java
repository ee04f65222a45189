package orquesta.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit ls}: the assets of a pipeline, or those that a selection picks and why. */
@Command(name = "ls", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class LsCommand implements Callable<Integer> {
    @Mixin
    PipelineOptions options = new PipelineOptions();

    @Option(names = "--explain", descriptionKey = "explain")
    boolean explain;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        Pipeline pipeline = options.load();
        Map<AssetKey, List<String>> picked = Selection.explain(options.selection(pipeline), pipeline.graph());
        System.out.println(json ? Json.write(object(pipeline, picked)) : Visible.of(text(pipeline, picked)));
        return 0;
    }

    private static Object object(Pipeline pipeline, Map<AssetKey, List<String>> picked) {
        var assets = picked.entrySet().stream()
                .map(entry -> {
                    AssetDefinition asset = pipeline.graph().definition(entry.getKey());
                    return Json.object(
                            "key", asset.key().name(),
                            "reads", asset.reads().stream().map(AssetKey::name).toList(),
                            "checks", checks(pipeline, asset.key()),
                            "group", asset.labels().group(),
                            "kind", asset.labels().kind(),
                            "owner", asset.labels().owner(),
                            "tags", asset.labels().tags(),
                            "description", asset.labels().description(),
                            "clauses", entry.getValue());
                })
                .toList();
        return Json.object(
                "pipeline",
                pipeline.name(),
                "assets",
                assets,
                "jobs",
                pipeline.jobs().keySet());
    }

    private String text(Pipeline pipeline, Map<AssetKey, List<String>> picked) {
        AssetGraph graph = pipeline.graph();
        TextTable table = new TextTable(
                Message.of("cli.asset").toString(),
                Message.of("cli.reads").toString(),
                Message.of("cli.checks").toString(),
                Message.of(explain ? "cli.clauses" : "cli.description").toString());
        for (AssetKey key : graph.inOrder()) {
            if (picked.containsKey(key)) {
                AssetDefinition asset = graph.definition(key);
                String reads = asset.reads().stream().map(AssetKey::name).collect(Collectors.joining(", "));
                String last = explain
                        ? String.join("; ", picked.get(key))
                        : asset.labels().description();
                table.row(key.name(), reads, String.join(", ", checks(pipeline, key)), last);
            }
        }
        return table.toString();
    }

    private static List<String> checks(Pipeline pipeline, AssetKey key) {
        return pipeline.checksOf(key).stream()
                .map(CheckDefinition::key)
                .map(check -> check.name())
                .toList();
    }
}
