package orquesta.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;

/**
 * What waits for what when checks hold assets back: an asset is written after its inputs are published, published after its
 * checks, and a check runs after all that it reads is written. A cycle here would wait for ever, though the graph of
 * assets has none.
 */
public final class PublishOrder {
    private static final String PUBLISHED = " ✓";

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
        return key.name() + PUBLISHED;
    }

    /** Every node after all that it waits for: {@code x}, {@code x#check}, {@code x published}. */
    public List<String> inOrder() {
        List<String> order = new ArrayList<>();
        new TopologicalOrderIterator<>(waits).forEachRemaining(order::add);
        return order;
    }

    /** What a node waits for. */
    public List<String> before(String node) {
        return waits.incomingEdgesOf(node).stream().map(waits::getEdgeSource).toList();
    }

    /** Whether a node is the writing of an asset. */
    public boolean isAsset(String node) {
        return !node.endsWith(PUBLISHED) && node.indexOf('#') < 0;
    }

    /** The asset that a node writes, judges or publishes. */
    public AssetKey assetOf(String node) {
        return new AssetKey(node.split("[# ]", 2)[0]);
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
