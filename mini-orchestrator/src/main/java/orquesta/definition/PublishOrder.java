package orquesta.definition;

import java.util.Collection;
import java.util.List;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * What waits for what when checks hold assets back: an asset is written after its inputs are published, published after its
 * checks, and a check runs after all that it reads is written. A cycle here would wait for ever, though the graph of
 * assets has none.
 */
final class PublishOrder {
    private final Graph<String, DefaultEdge> waits = new SimpleDirectedGraph<>(DefaultEdge.class);

    PublishOrder(AssetGraph graph, Collection<CheckDefinition> checks) {
        for (AssetKey key : graph.keys()) {
            after(key.name(), published(key));
            graph.inputsOf(key).forEach(input -> after(published(input), key.name()));
        }
        for (CheckDefinition check : checks) {
            check.reads().forEach(read -> after(read.name(), check.key().text()));
            after(check.key().text(), published(check.key().asset()));
        }
    }

    private static String published(AssetKey key) {
        return key.name() + " published";
    }

    private void after(String first, String then) {
        waits.addVertex(first);
        waits.addVertex(then);
        waits.addEdge(first, then);
    }

    List<String> cycle() {
        return AssetGraph.cycle(waits);
    }
}
