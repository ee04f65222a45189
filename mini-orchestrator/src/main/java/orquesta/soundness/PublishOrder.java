package orquesta.soundness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.StepKey;
import orquesta.graph.Cycles;

/**
 * What waits for what when checks hold assets back: an asset is written after its inputs are published, published after its
 * checks, and a check runs after all that it reads is written. A cycle here would wait for ever, though the graph of
 * assets has none.
 */
public final class PublishOrder {
    private final Graph<Moment, DefaultEdge> waits = new SimpleDirectedGraph<>(DefaultEdge.class);

    /**
     * A moment of a run: a step's code ends, or the value of an asset is published.
     *
     * @param publishes whether it is the publishing of the asset, not its writing
     */
    public record Moment(StepKey step, boolean publishes) implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::step).thenComparing(Moment::publishes);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }

        /** {@code ventas}, {@code ventas#sin_nulos}, {@code ventas ✓} once it is published. */
        @Override
        public String toString() {
            return step.text() + (publishes ? " ✓" : "");
        }
    }

    public PublishOrder(AssetGraph graph, Collection<CheckDefinition> checks) {
        for (AssetKey key : graph.keys()) {
            after(written(key), published(key));
            graph.inputsOf(key).forEach(input -> after(published(input), written(key)));
        }
        for (CheckDefinition check : checks) {
            check.reads().forEach(read -> after(written(read), written(check.key())));
            after(written(check.key()), published(check.key().asset()));
        }
    }

    private static Moment written(StepKey key) {
        return new Moment(key, false);
    }

    private static Moment published(AssetKey key) {
        return new Moment(key, true);
    }

    /** Every moment after all that it waits for. */
    public List<Moment> inOrder() {
        List<Moment> order = new ArrayList<>();
        new TopologicalOrderIterator<>(waits).forEachRemaining(order::add);
        return order;
    }

    private void after(Moment first, Moment then) {
        waits.addVertex(first);
        waits.addVertex(then);
        waits.addEdge(first, then);
    }

    List<List<Moment>> cycles() {
        return Cycles.of(waits);
    }
}
