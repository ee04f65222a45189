package orquesta.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;

/**
 * Places the assets of a graph in columns, from what reads nothing on the left to what nothing reads on the right. An edge
 * that spans several columns gets a bend in each, so that it goes round the assets there. The same graph always gives the
 * same places.
 */
public final class GraphLayout {
    private static final int SWEEPS = 4;

    /** Something that takes a place in a column: an asset, or the bend of a long edge. */
    private record Slot(AssetKey from, AssetKey to, int column) {
        static Slot asset(AssetKey key, int column) {
            return new Slot(key, key, column);
        }

        boolean isAsset() {
            return from.equals(to);
        }
    }

    /** A place: the column from the left and the row from the top, both from 0. */
    public record Place(int column, int row) {}

    /** An edge and the places that it passes, its ends included. */
    public record Edge(AssetKey from, AssetKey to, List<Place> way) {}

    private final List<List<Slot>> columns = new ArrayList<>();
    /** Where each slot stands in its column. */
    private final Map<Slot, Integer> rows = new HashMap<>();

    private final Map<Slot, List<Slot>> left = new HashMap<>();
    private final Map<Slot, List<Slot>> right = new HashMap<>();
    private final AssetGraph graph;
    /** How many steps stand at least between an asset and the assets that read nothing: 0 for those. */
    private final Map<AssetKey, Integer> levels = new HashMap<>();

    public GraphLayout(AssetGraph graph) {
        this.graph = graph;
        for (AssetKey key : graph.inOrder()) {
            int above = graph.inputsOf(key).stream().mapToInt(this::level).max().orElse(-1);
            levels.put(key, above + 1);
        }
        for (AssetKey key : graph.keys()) {
            slot(Slot.asset(key, level(key)));
        }
        for (AssetKey key : graph.keys()) {
            graph.inputsOf(key).forEach(input -> chain(input, key));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            columns.forEach(column -> sort(column, left));
            for (int i = columns.size() - 1; i >= 0; i--) {
                sort(columns.get(i), right);
            }
        }
        columns.forEach(column -> sort(column, left));
    }

    private int level(AssetKey key) {
        return levels.getOrDefault(key, 0);
    }

    private void slot(Slot slot) {
        while (columns.size() <= slot.column()) {
            columns.add(new ArrayList<>());
        }
        rows.put(slot, columns.get(slot.column()).size());
        columns.get(slot.column()).add(slot);
    }

    /** The slots of an edge from left to right; the bends between are made here. */
    private void chain(AssetKey from, AssetKey to) {
        Slot before = Slot.asset(from, level(from));
        for (int column = level(from) + 1; column <= level(to); column++) {
            Slot next = column == level(to) ? Slot.asset(to, column) : new Slot(from, to, column);
            if (!next.isAsset()) {
                slot(next);
            }
            right.computeIfAbsent(before, key -> new ArrayList<>()).add(next);
            left.computeIfAbsent(next, key -> new ArrayList<>()).add(before);
            before = next;
        }
    }

    /** Each slot goes to the mean row of its neighbours on one side: that leaves few crossings. */
    private void sort(List<Slot> column, Map<Slot, List<Slot>> neighbours) {
        Map<Slot, Double> wanted = new HashMap<>();
        for (Slot slot : column) {
            wanted.put(
                    slot,
                    neighbours.getOrDefault(slot, List.of()).stream()
                            .mapToInt(this::row)
                            .average()
                            .orElse(row(slot)));
        }
        column.sort(Comparator.comparingDouble((Slot slot) -> wanted.getOrDefault(slot, 0.0))
                .thenComparing(Slot::from)
                .thenComparing(Slot::to));
        for (int row = 0; row < column.size(); row++) {
            rows.put(column.get(row), row);
        }
    }

    private int row(Slot slot) {
        return rows.getOrDefault(slot, -1);
    }

    /** How many columns, and rows in the longest of them. */
    public Place size() {
        return new Place(
                columns.size(), columns.stream().mapToInt(List::size).max().orElse(0));
    }

    /** The place of each asset, in the order of their names. */
    public Map<AssetKey, Place> places() {
        Map<AssetKey, Place> places = new LinkedHashMap<>();
        graph.keys().forEach(key -> places.put(key, place(Slot.asset(key, level(key)))));
        return places;
    }

    /** The edges, in the order of their names. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (AssetKey to : graph.keys()) {
            for (AssetKey from : graph.inputsOf(to)) {
                List<Place> way = new ArrayList<>();
                for (int column = level(from); column <= level(to); column++) {
                    boolean end = column == level(from) || column == level(to);
                    AssetKey key = column == level(from) ? from : to;
                    way.add(place(end ? Slot.asset(key, column) : new Slot(from, to, column)));
                }
                edges.add(new Edge(from, to, way));
            }
        }
        return edges;
    }

    private Place place(Slot slot) {
        return new Place(slot.column(), row(slot));
    }
}
