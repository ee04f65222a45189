package orquesta.draw;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.event.State;
import orquesta.text.Message;

/** A graph as an SVG picture that stands by itself: states by sign, word and pattern, never by colour alone. */
public final class GraphSvg {
    private static final int BOX_HEIGHT = 46;
    private static final int ROW = 66;
    private static final int GAP = 56;
    private static final int MARGIN = 14;
    private static final double CHARACTER = 8.0;
    private static final int LONGEST = 34;

    private static final String STYLE = """
            <style>
            .node rect{fill:#fff;stroke:#4a5568;stroke-width:1.5}
            .node text{font:13px ui-monospace,Menlo,Consolas,monospace;fill:#1a202c}
            .node .state{font:12px system-ui,sans-serif;fill:#2d3748}
            .edge{fill:none;stroke:#718096;stroke-width:1.5}.edge+.arrow{fill:#718096}
            .ok rect{fill:#e6f6ec;stroke:#1c7a43}.warned rect{fill:#fff4d6;stroke:#8a5a00;stroke-dasharray:8 3}
            .failed rect{fill:#fde4e1;stroke:#b42318;stroke-width:3}.blocked rect{fill:#fde4e1;stroke:#b42318;stroke-width:3;stroke-dasharray:2 3}
            .upstream_failed rect{fill:#f1e7f5;stroke:#6b2f85;stroke-dasharray:6 4}.skipped rect{stroke-dasharray:1 4}
            .running rect{fill:#e1effe;stroke:#1a56db;stroke-width:2.5}.crashed rect{fill:#fde4e1;stroke:#000;stroke-width:3}
            </style>
            """;

    private final GraphLayout layout;
    private final Function<AssetKey, @Nullable State> states;
    private final int width;

    private GraphSvg(AssetGraph graph, Function<AssetKey, @Nullable State> states) {
        this.layout = new GraphLayout(graph);
        this.states = states;
        int longest = graph.keys().stream()
                .mapToInt(key -> Math.min(LONGEST, key.name().length()))
                .max()
                .orElse(0);
        this.width = (int) Math.max(130, longest * CHARACTER + 24);
    }

    /**
     * Draws a graph.
     *
     * @param states the state of each asset; null for one that was no part of the run
     */
    public static String of(AssetGraph graph, Function<AssetKey, @Nullable State> states) {
        return new GraphSvg(graph, states).svg();
    }

    private String svg() {
        GraphLayout.Place size = layout.size();
        int across = size.column() * (width + GAP) - GAP + 2 * MARGIN;
        int down = size.row() * ROW - (ROW - BOX_HEIGHT) + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">%n",
                across,
                down,
                across,
                down));
        svg.append("<title>").append(escaped(title())).append("</title>\n").append(STYLE);
        layout.edges().forEach(edge -> svg.append(path(edge)));
        layout.places().forEach((key, place) -> svg.append(node(key, place)));
        return svg.append("</svg>\n").toString();
    }

    /** The picture in words, for who cannot see it. */
    private String title() {
        StringBuilder words = new StringBuilder(
                Message.of("draw.title", layout.places().size()).toString());
        for (Map.Entry<AssetKey, GraphLayout.Place> place : layout.places().entrySet()) {
            State state = states.apply(place.getKey());
            words.append(' ')
                    .append(place.getKey())
                    .append(state == null ? "" : " " + state.text())
                    .append(';');
        }
        return words.toString();
    }

    private int x(GraphLayout.Place place) {
        return MARGIN + place.column() * (width + GAP);
    }

    private static int y(GraphLayout.Place place) {
        return MARGIN + place.row() * ROW;
    }

    private String node(AssetKey key, GraphLayout.Place place) {
        State state = states.apply(key);
        String name = key.name();
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        String word = state == null ? "" : StateSign.of(state);
        String kind = state == null ? "none" : state.text();
        String title = state == null ? name : name + ": " + state.text();
        int baseline = word.isEmpty() ? 28 : 20;
        return String.format(
                Locale.ROOT,
                "<g class=\"node %s\"><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
                        + "<text x=\"%d\" y=\"%d\">%s</text><text class=\"state\" x=\"%d\" y=\"%d\">%s</text></g>%n",
                kind,
                escaped(title),
                x(place),
                y(place),
                width,
                BOX_HEIGHT,
                x(place) + 12,
                y(place) + baseline,
                escaped(shown),
                x(place) + 12,
                y(place) + 37,
                escaped(word));
    }

    private String path(GraphLayout.Edge edge) {
        List<GraphLayout.Place> way = edge.way();
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < way.size(); i++) {
            int fromX = x(way.get(i - 1)) + width;
            int fromY = y(way.get(i - 1)) + BOX_HEIGHT / 2;
            int toX = x(way.get(i));
            int toY = y(way.get(i)) + BOX_HEIGHT / 2;
            int end = i == way.size() - 1 ? toX - Arrowhead.LINE_ENDS : toX;
            if (i == 1) {
                path.append(String.format(Locale.ROOT, "M%d %d", fromX, fromY));
            } else {
                path.append(String.format(Locale.ROOT, " L%d %d", fromX, fromY));
            }
            path.append(String.format(
                    Locale.ROOT, " C%d %d %d %d %d %d", fromX + GAP / 2, fromY, toX - GAP / 2, toY, end, toY));
        }
        GraphLayout.Place to = way.get(way.size() - 1);
        return "<path class=\"edge\" d=\"" + path + "\"/>" + Arrowhead.at(x(to), y(to) + BOX_HEIGHT / 2);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
