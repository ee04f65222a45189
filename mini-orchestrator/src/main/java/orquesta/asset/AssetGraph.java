package orquesta.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;
import orquesta.graph.Cycles;

/** Which asset reads which. An edge goes from what is read to what reads it. Every answer is in a fixed order. */
public final class AssetGraph {
    private final Graph<AssetKey, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    private final Map<AssetKey, AssetDefinition> assets = new TreeMap<>();

    /** Every upstream of every asset must be among the assets; the graph may hold cycles, which {@link #cycles()} finds. */
    public AssetGraph(Collection<AssetDefinition> definitions) {
        for (AssetDefinition asset : definitions) {
            assets.put(asset.key(), asset);
        }
        assets.keySet().forEach(graph::addVertex);
        for (AssetDefinition asset : assets.values()) {
            asset.reads().forEach(read -> graph.addEdge(read, asset.key()));
        }
    }

    public Set<AssetKey> keys() {
        return new TreeSet<>(assets.keySet());
    }

    public AssetDefinition definition(AssetKey key) {
        return Objects.requireNonNull(assets.get(key), () -> "no asset " + key);
    }

    /** The assets that this one reads. */
    public Set<AssetKey> inputsOf(AssetKey key) {
        return neighbours(key, true);
    }

    /** All that is above an asset, without it. */
    public Set<AssetKey> ancestorsOf(AssetKey key) {
        return reach(key, true, Integer.MAX_VALUE);
    }

    /** All that is above ({@code up}) or below an asset within so many levels, without it. */
    public Set<AssetKey> reach(AssetKey key, boolean up, int levels) {
        Set<AssetKey> reached = new TreeSet<>();
        Set<AssetKey> edge = Set.of(key);
        for (int level = 0; level < levels && !edge.isEmpty(); level++) {
            Set<AssetKey> next = new TreeSet<>();
            edge.forEach(at -> next.addAll(neighbours(at, up)));
            next.removeAll(reached);
            reached.addAll(next);
            edge = next;
        }
        reached.remove(key);
        return reached;
    }

    /** Every asset after all that it reads; among those that could come next, by name. */
    public List<AssetKey> inOrder() {
        List<AssetKey> order = new ArrayList<>();
        new TopologicalOrderIterator<>(graph, Comparator.naturalOrder()).forEachRemaining(order::add);
        return order;
    }

    /** Each cycle, its first asset again at its end; empty if there is none. */
    public List<List<AssetKey>> cycles() {
        return Cycles.of(graph);
    }

    /** The way from one asset down to another, both included; empty if there is none. */
    public List<AssetKey> path(AssetKey from, AssetKey to) {
        var path = new BFSShortestPath<>(graph).getPath(from, to);
        return path == null ? List.of() : path.getVertexList();
    }

    private Set<AssetKey> neighbours(AssetKey key, boolean up) {
        return new TreeSet<>(up ? Graphs.predecessorListOf(graph, key) : Graphs.successorListOf(graph, key));
    }
}
