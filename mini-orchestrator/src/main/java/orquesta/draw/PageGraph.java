package orquesta.draw;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.event.State;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * A graph as SVG for a page: each asset is a link. Colours come from the page's style sheet, signs and patterns from its
 * sprite ({@code #i-STATE}, {@code #p-STATE}); each state also stands there in words. Nothing is scaled, so text keeps its size.
 */
public final class PageGraph {
    private static final int HEIGHT = 52;
    private static final int ROW = 72;
    private static final int GAP = 44;
    private static final int MARGIN = 12;
    private static final int BAND = 8;
    /** Room for the longest word of a state. */
    private static final int NARROWEST = 150;

    private static final double CHARACTER = 7.9;
    private static final int LONGEST = 34;
    /** In a graph of many, so that more columns are seen at once. */
    private static final int LONGEST_OF_MANY = 24;

    private static final int MANY = 20;
    private static final String NONE = "none";

    /**
     * What one asset shows.
     *
     * @param state null for one that was in no run
     * @param link where it leads
     * @param said the reason of its state, in the language of the page
     * @param form the form of the page that its box sends; empty where nothing is chosen
     */
    public record Node(@Nullable State state, String link, String said, boolean picked, String form) {
        /** One that cannot be picked. */
        public Node(@Nullable State state, String link, String said) {
            this(state, link, said, false, "");
        }

        /** The same with a box that picks it, or lets it go: it sends a form of the page with {@code toggle} and its name. */
        public Node withBox(boolean ticked, String ofPage) {
            return new Node(state, link, said, ticked, ofPage);
        }

        String word() {
            return state == null ? NONE : state.text();
        }
    }

    private final GraphLayout layout;
    private final int longest;
    /** Where each column begins; after the last one, where the next would. */
    private final int[] left;

    /** Places the assets once; it can be drawn in many states. */
    public PageGraph(AssetGraph graph) {
        this.layout = new GraphLayout(graph);
        this.longest = graph.keys().size() > MANY ? LONGEST_OF_MANY : LONGEST;
        this.left = new int[layout.size().column() + 1];
        left[0] = MARGIN;
        for (int column = 1; column < left.length; column++) {
            left[column] = left[column - 1] + width(column - 1) + GAP;
        }
    }

    /** As wide as its widest box. */
    private int width(int column) {
        return layout.places().entrySet().stream()
                .filter(place -> place.getValue().column() == column)
                .mapToInt(place -> width(place.getKey()))
                .max()
                .orElse(NARROWEST);
    }

    /** As wide as the name needs: one long name leaves the other boxes of its column as they are. */
    private int width(AssetKey key) {
        return (int) Math.max(NARROWEST, shortened(key.name()).length() * CHARACTER + BAND + 28);
    }

    private int endOfColumn(GraphLayout.Place place) {
        return left[place.column() + 1] - GAP;
    }

    /** Draws the graph. The same graph in the same states gives the same text. */
    public String draw(Language language, Function<AssetKey, Node> nodes) {
        GraphLayout.Place size = layout.size();
        int across = left[size.column()] - GAP + MARGIN;
        int down = size.row() * ROW - (ROW - HEIGHT) + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(text(
                "<svg class=\"graph\" role=\"group\" aria-label=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
                escaped(Message.of("draw.title", layout.places().size()).in(language)), across, down, across, down));
        layout.edges().forEach(edge -> svg.append(edge(edge)));
        for (Map.Entry<AssetKey, GraphLayout.Place> place : layout.places().entrySet()) {
            svg.append(node(place.getKey(), place.getValue(), nodes.apply(place.getKey())));
        }
        return svg.append("</svg>\n").toString();
    }

    private String node(AssetKey key, GraphLayout.Place place, Node node) {
        int x = x(place);
        int y = y(place);
        int width = width(key);
        String title = key.name() + ": " + (node.state() == null ? "" : node.word() + ". ") + node.said();
        String word = node.state() == null ? node.said() : node.word();
        String picked = node.picked() ? " picked" : "";
        return text(
                        "<a class=\"node%s\" href=\"%s\" data-step=\"%s\" data-state=\"%s\">",
                        picked, escaped(node.link()), key, node.word())
                + text("<title>%s</title>", escaped(title))
                + text(
                        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\"/>",
                        x, y, width, HEIGHT)
                + text(
                        "<rect class=\"band\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#p-%s)\"/>",
                        x + 1, y + 7, BAND, HEIGHT - 14, node.word())
                + text("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>", x + BAND + 10, y + 22, shortened(key.name()))
                + text(
                        "<use class=\"icon\" href=\"#i-%s\" x=\"%d\" y=\"%d\" width=\"14\" height=\"14\"/>",
                        node.word(), x + BAND + 10, y + 30)
                + text("<text class=\"word\" x=\"%d\" y=\"%d\">%s</text></a>\n", x + BAND + 29, y + 41, escaped(word))
                + (node.form().isEmpty() ? "" : box(key, node, new Corner(x + width, y)));
    }

    /** The upper right corner of a node. */
    private record Corner(int x, int y) {}

    /**
     * A box to tick upon the corner of a node: a button of a form, so that it works without a script, and so that what was
     * picked before stands in the page once, however many nodes there are.
     */
    private static String box(AssetKey key, Node node, Corner corner) {
        return text(
                "<foreignObject x=\"%d\" y=\"%d\" width=\"24\" height=\"24\"><button xmlns=\"http://www.w3.org/1999/xhtml\""
                        + " class=\"pick\" role=\"checkbox\" aria-checked=\"%s\" aria-label=\"%s\" form=\"%s\" name=\"toggle\""
                        + " value=\"%s\"></button></foreignObject>\n",
                corner.x() - 14, corner.y() - 11, node.picked(), key, node.form(), key);
    }

    /** A long name, shortened in the middle: its beginning and its end tell it from others. */
    private String shortened(String name) {
        int half = (longest - 1) / 2;
        return name.length() <= longest
                ? name
                : name.substring(0, longest - 1 - half) + "…" + name.substring(name.length() - half);
    }

    private int x(GraphLayout.Place place) {
        return left[place.column()];
    }

    private static int y(GraphLayout.Place place) {
        return MARGIN + place.row() * ROW;
    }

    private String edge(GraphLayout.Edge edge) {
        List<GraphLayout.Place> way = edge.way();
        StringBuilder path = new StringBuilder();
        path.append(text("M%d %d", x(way.get(0)) + width(edge.from()), y(way.get(0)) + HEIGHT / 2));
        for (int i = 1; i < way.size(); i++) {
            int fromX = endOfColumn(way.get(i - 1));
            int fromY = y(way.get(i - 1)) + HEIGHT / 2;
            int toX = x(way.get(i));
            int toY = y(way.get(i)) + HEIGHT / 2;
            int end = i == way.size() - 1 ? toX - Arrowhead.LINE_ENDS : toX;
            path.append(text(" L%d %d", fromX, fromY));
            path.append(text(" C%d %d %d %d %d %d", fromX + GAP / 2, fromY, toX - GAP / 2, toY, end, toY));
        }
        GraphLayout.Place to = way.get(way.size() - 1);
        return text("<path class=\"edge\" data-from=\"%s\" data-to=\"%s\" d=\"%s\"/>", edge.from(), edge.to(), path)
                + Arrowhead.at(x(to), y(to) + HEIGHT / 2);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
