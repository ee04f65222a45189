package orquesta.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.selection.Selection;

/**
 * What a click on a node of the graph makes of a selection: the node comes in, or it goes out; all else stays picked, and written as
 * it was, as far as that can be.
 */
final class Toggle {
    private Toggle() {}

    /**
     * What stands in the box after the click: of the ways to write it the first that picks just that.
     *
     * @param text a selection that can be read; a blank one, which is everything, counts as nothing picked by hand
     */
    static String of(AssetGraph graph, String text, AssetKey key) {
        String typed = text.strip();
        String name = Selection.named(key);
        if (typed.isEmpty()) {
            return name;
        }
        Set<AssetKey> wanted = new TreeSet<>(Selection.parse(typed).in(graph));
        boolean goes = wanted.remove(key);
        if (!goes) {
            wanted.add(key);
        }
        Stream<String> ways = goes ? without(typed, name) : with(typed, name);
        if (wanted.isEmpty()) {
            return "";
        }
        return ways.filter(way -> !way.isBlank())
                .filter(way -> Selection.parse(way).in(graph).equals(wanted))
                .findFirst()
                .orElseGet(() -> wanted.stream().map(Selection::named).collect(Collectors.joining(" or ")));
    }

    private static Stream<String> with(String typed, String name) {
        String shorter = withoutEnd(typed, " and not " + name);
        boolean one = shorter.startsWith("(") && shorter.indexOf(')') == shorter.length() - 1;
        return Stream.of(one ? shorter.substring(1, shorter.length() - 1) : shorter, typed + " or " + name);
    }

    private static Stream<String> without(String typed, String name) {
        List<String> parts = List.of(typed.split(" or "));
        String others = parts.stream().filter(one -> !one.equals(name)).collect(Collectors.joining(" or "));
        String out = " and not " + name;
        return Stream.of(others, typed + out, "(" + typed + ")" + out);
    }

    /** Empty if it does not end so. */
    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : "";
    }
}
