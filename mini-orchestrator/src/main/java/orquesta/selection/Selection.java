package orquesta.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.Labels;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** A set of assets said in words; resolved against a graph. Read from text by {@link #parse}. */
public sealed interface Selection {
    /** Unlimited levels: what {@code *} means. */
    int ALL_LEVELS = Integer.MAX_VALUE;

    /** The assets of the graph that it picks; an unknown name is an error with the nearest known one. */
    Set<AssetKey> in(AssetGraph graph);

    /** As the grammar writes it. */
    String text();

    /** The clauses that pick by themselves, in the order in which they stand. */
    default List<Selection> clauses() {
        return List.of(this);
    }

    static Selection all() {
        return new All();
    }

    /** Reads one selection. */
    static Selection parse(String text) {
        return text.isBlank() ? all() : new SelectionParser(text).parse();
    }

    /** One asset by its name, as the grammar writes it. */
    static String named(AssetKey key) {
        return Tokens.quoted(key.name());
    }

    /** Reads a list, which is a union; no selection at all is everything. */
    static Selection parse(List<String> texts) {
        return texts.isEmpty()
                ? all()
                : new Union(texts.stream().map(Selection::parse).toList()).simplified();
    }

    /** Like {@link #in}, but nothing picked is an error with the nearest name. */
    static Set<AssetKey> resolve(Selection selection, AssetGraph graph) {
        Set<AssetKey> picked = selection.in(graph);
        if (picked.isEmpty()) {
            throw new UserException("--select", "selection.empty", selection.text(), known(graph));
        }
        return picked;
    }

    /** Which clauses brought each picked asset. */
    static Map<AssetKey, List<String>> explain(Selection selection, AssetGraph graph) {
        Map<AssetKey, List<String>> why = new LinkedHashMap<>();
        for (AssetKey key : resolve(selection, graph)) {
            List<String> brought = new ArrayList<>();
            for (Selection clause : selection.clauses()) {
                if (clause.in(graph).contains(key)) {
                    brought.add(clause.text());
                }
            }
            why.put(key, brought);
        }
        return why;
    }

    private static String known(AssetGraph graph) {
        return graph.keys().stream().map(AssetKey::name).collect(Collectors.joining(", "));
    }

    /** {@code *} */
    record All() implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            return graph.keys();
        }

        @Override
        public String text() {
            return "*";
        }
    }

    /** {@code x}, {@code key:x}, {@code "x"} */
    record Named(String name) implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<AssetKey> found = graph.keys().stream()
                    .filter(key -> key.name().equals(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (found.isEmpty()) {
                List<String> names = graph.keys().stream().map(AssetKey::name).toList();
                throw new UserException("--select", "selection.unknown", name, Nearest.clue(name, names));
            }
            return found;
        }

        @Override
        public String text() {
            return Tokens.quoted(name);
        }
    }

    /** {@code group:g}, {@code kind:k}, {@code owner:o}, {@code tag:k=v} */
    record Labelled(String field, String value) implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<String> values = new TreeSet<>();
            graph.keys().forEach(key -> values.addAll(valuesOf(graph.definition(key))));
            if (!values.contains(value)) {
                throw new UserException("--select", "selection.label", field, value, Nearest.clue(value, values));
            }
            return graph.keys().stream()
                    .filter(key -> valuesOf(graph.definition(key)).contains(value))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<String> valuesOf(AssetDefinition asset) {
            Labels labels = asset.labels();
            List<String> values = switch (field) {
                case "group" -> List.of(labels.group());
                case "kind" -> List.of(labels.kind());
                case "owner" -> List.of(labels.owner());
                default ->
                    labels.tags().entrySet().stream()
                            .map(tag -> tag.getKey() + "=" + tag.getValue())
                            .toList();
            };
            return values.stream().filter(value -> !value.isEmpty()).toList();
        }

        @Override
        public String text() {
            return field + ":" + Tokens.quoted(value);
        }
    }

    /** {@code *x}, {@code x*}, {@code +x}, {@code x+3}: what is above and below, within so many levels, and x itself. */
    record Reach(Selection of, int up, int down) implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<AssetKey> start = of.in(graph);
            Set<AssetKey> found = new TreeSet<>(start);
            start.forEach(key -> found.addAll(graph.reach(key, true, up)));
            start.forEach(key -> found.addAll(graph.reach(key, false, down)));
            return found;
        }

        @Override
        public String text() {
            String inner = of instanceof Named || of instanceof Labelled ? of.text() : "(" + of.text() + ")";
            return levels(up, up + "+") + inner + levels(down, "+" + down);
        }

        private static String levels(int count, String some) {
            String few = count == 0 ? "" : some;
            return count == ALL_LEVELS ? "*" : few;
        }
    }

    /** {@code a or b}, and lists. */
    record Union(List<Selection> parts) implements Selection {
        Selection simplified() {
            return parts.size() == 1 ? parts.get(0) : this;
        }

        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<AssetKey> found = new TreeSet<>();
            parts.forEach(part -> found.addAll(part.in(graph)));
            return found;
        }

        @Override
        public String text() {
            return parts.stream().map(Selection::text).collect(Collectors.joining(" or "));
        }

        @Override
        public List<Selection> clauses() {
            return parts.stream().flatMap(part -> part.clauses().stream()).toList();
        }
    }

    /** {@code a and b} */
    record Intersection(Selection left, Selection right) implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<AssetKey> found = new TreeSet<>(left.in(graph));
            found.retainAll(right.in(graph));
            return found;
        }

        @Override
        public String text() {
            return bracketed(left) + " and " + bracketed(right);
        }

        private static String bracketed(Selection part) {
            return part instanceof Union ? "(" + part.text() + ")" : part.text();
        }
    }

    /** {@code not a} */
    record Complement(Selection of) implements Selection {
        @Override
        public Set<AssetKey> in(AssetGraph graph) {
            Set<AssetKey> rest = graph.keys();
            rest.removeAll(of.in(graph));
            return rest;
        }

        @Override
        public String text() {
            return "not " + (of instanceof Union || of instanceof Intersection ? "(" + of.text() + ")" : of.text());
        }
    }
}
