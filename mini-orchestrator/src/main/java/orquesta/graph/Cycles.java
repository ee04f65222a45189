package orquesta.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** The cycles of a directed graph, as paths that come back. */
public final class Cycles {
    /** More would hide the first ones. */
    private static final int MOST = 5;

    private Cycles() {}

    /**
     * Cycles, each with its first node again at its end, until none would be left if the last edge of each were taken away;
     * at most five. Each is a shortest one through the smallest node that lies on one.
     */
    public static <N extends Comparable<? super N>> List<List<N>> of(Graph<N, DefaultEdge> graph) {
        List<List<N>> cycles = new ArrayList<>();
        Graph<N, DefaultEdge> left = graph;
        List<N> cycle = first(left);
        while (!cycle.isEmpty() && cycles.size() < MOST) {
            if (cycles.isEmpty()) {
                left = new DefaultDirectedGraph<>(DefaultEdge.class);
                Graphs.addGraph(left, graph);
            }
            cycles.add(cycle);
            left.removeEdge(cycle.get(cycle.size() - 2), cycle.get(cycle.size() - 1));
            cycle = first(left);
        }
        return cycles;
    }

    private static <N extends Comparable<? super N>> List<N> first(Graph<N, DefaultEdge> graph) {
        CycleDetector<N, DefaultEdge> detector = new CycleDetector<>(graph);
        if (!detector.detectCycles()) { // one walk; who lies on one takes several
            return List.of();
        }
        N start = detector.findCycles().stream().min(Comparator.naturalOrder()).orElseThrow();
        return shortest(graph, start);
    }

    private static <N extends Comparable<? super N>> List<N> shortest(Graph<N, DefaultEdge> graph, N start) {
        var paths = new BFSShortestPath<>(graph);
        List<N> back = graph.outgoingEdgesOf(start).stream()
                .map(graph::getEdgeTarget)
                .sorted()
                .map(next -> paths.getPath(next, start))
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(path -> path.getLength()))
                .map(path -> path.getVertexList())
                .orElseThrow();
        List<N> cycle = new ArrayList<>(List.of(start));
        cycle.addAll(back);
        return cycle;
    }
}
