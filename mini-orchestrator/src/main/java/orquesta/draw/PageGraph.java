package orquesta.draw;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int BAND_WIDTH = 8;
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

    private static final Stencil SVG = Stencil.of("<svg class=\"graph\" role=\"group\" aria-label=\"%s\" width=\"%s\""
            + " height=\"%s\" viewBox=\"0 0 %s %s\">\n");
    private static final Stencil NODE =
            Stencil.of("<a class=\"node%s\" href=\"%s\" data-step=\"%s\" data-state=\"%s\"><title>%s</title>");
    private static final Stencil BOX =
            Stencil.of("<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"" + HEIGHT + "\" rx=\"7\"/>");
    private static final Stencil BAND = Stencil.of("<rect class=\"band\" x=\"%s\" y=\"%s\" width=\"" + BAND_WIDTH
            + "\" height=\"" + (HEIGHT - 14) + "\" fill=\"url(#p-%s)\"/>");
    private static final Stencil NAME = Stencil.of("<text class=\"name\" x=\"%s\" y=\"%s\">%s</text>");
    private static final Stencil ICON =
            Stencil.of("<use class=\"icon\" href=\"#i-%s\" x=\"%s\" y=\"%s\" width=\"14\" height=\"14\"/>");
    private static final Stencil WORD = Stencil.of("<text class=\"word\" x=\"%s\" y=\"%s\">%s</text></a>\n");
    private static final Stencil PICK = Stencil.of(
            "<foreignObject x=\"%s\" y=\"%s\" width=\"24\" height=\"24\"><button xmlns=\"http://www.w3.org/1999/xhtml\""
                    + " class=\"pick\" role=\"checkbox\" aria-checked=\"%s\" aria-label=\"%s\" form=\"%s\" name=\"toggle\""
                    + " value=\"%s\"></button></foreignObject>\n");
    private static final Stencil EDGE = Stencil.of("<path class=\"edge\" data-from=\"%s\" data-to=\"%s\" d=\"%s\"/>");
    private static final Stencil FIRST = Stencil.of("M%s %s");
    private static final Stencil STRAIGHT = Stencil.of(" L%s %s");
    private static final Stencil CURVE = Stencil.of(" C%s %s %s %s %s %s");

    private final Map<AssetKey, GraphLayout.Place> places;
    private final int columns;
    private final int rows;
    private final int longest;
    /** Where each column begins; after the last one, where the next would. */
    private final int[] left;
    /** The same in all states. */
    private final String edges;

    /** Places the assets once; it can be drawn in many states. */
    public PageGraph(AssetGraph graph) {
        GraphLayout layout = new GraphLayout(graph);
        this.places = layout.places();
        this.columns = layout.size().column();
        this.rows = layout.size().row();
        this.longest = places.size() > MANY ? LONGEST_OF_MANY : LONGEST;
        this.left = left();
        StringBuilder lines = new StringBuilder();
        layout.edges().forEach(edge -> add(lines, edge));
        this.edges = lines.toString();
    }

    /** Each column is as wide as its widest box. */
    private int[] left() {
        int[] widths = new int[columns];
        Arrays.fill(widths, NARROWEST);
        places.forEach((key, place) -> widths[place.column()] = Math.max(widths[place.column()], width(key)));
        int[] begins = new int[columns + 1];
        begins[0] = MARGIN;
        for (int column = 0; column < columns; column++) {
            begins[column + 1] = begins[column] + widths[column] + GAP;
        }
        return begins;
    }

    /** As wide as the name needs: one long name leaves the other boxes of its column as they are. */
    private int width(AssetKey key) {
        return (int) Math.max(NARROWEST, shortened(key.name()).length() * CHARACTER + BAND_WIDTH + 28);
    }

    private int endOfColumn(GraphLayout.Place place) {
        return left[place.column() + 1] - GAP;
    }

    /** Draws the graph. The same graph in the same states gives the same text. */
    public String draw(Language language, Function<AssetKey, Node> nodes) {
        int across = left[columns] - GAP + MARGIN;
        int down = rows * ROW - (ROW - HEIGHT) + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        String title = escaped(Message.of("draw.title", places.size()).in(language));
        SVG.fill(svg, title, across, down, across, down);
        svg.append(edges);
        places.forEach((key, place) -> add(svg, key, nodes.apply(key)));
        return svg.append("</svg>\n").toString();
    }

    private void add(StringBuilder svg, AssetKey key, Node node) {
        GraphLayout.Place place = Objects.requireNonNull(places.get(key));
        int x = x(place);
        int y = y(place);
        int width = width(key);
        String title = key.name() + ": " + (node.state() == null ? "" : node.word() + ". ") + node.said();
        String picked = node.picked() ? " picked" : "";
        NODE.fill(svg, picked, escaped(node.link()), key, node.word(), escaped(title));
        BOX.fill(svg, x, y, width);
        BAND.fill(svg, x + 1, y + 7, node.word());
        NAME.fill(svg, x + BAND_WIDTH + 10, y + 22, shortened(key.name()));
        ICON.fill(svg, node.word(), x + BAND_WIDTH + 10, y + 30);
        WORD.fill(svg, x + BAND_WIDTH + 29, y + 41, escaped(node.state() == null ? node.said() : node.word()));
        if (!node.form().isEmpty()) {
            // A button of a form upon the corner: it works without a script, and what was picked stands in the page
            // once.
            PICK.fill(svg, x + width - 14, y - 11, node.picked(), key, node.form(), key);
        }
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

    private void add(StringBuilder svg, GraphLayout.Edge edge) {
        List<GraphLayout.Place> way = edge.way();
        StringBuilder path = new StringBuilder();
        FIRST.fill(path, x(way.get(0)) + width(edge.from()), middle(way.get(0)));
        for (int i = 1; i < way.size(); i++) {
            int fromX = endOfColumn(way.get(i - 1));
            int fromY = middle(way.get(i - 1));
            int toX = x(way.get(i));
            int toY = middle(way.get(i));
            int end = i == way.size() - 1 ? toX - Arrowhead.LINE_ENDS : toX;
            STRAIGHT.fill(path, fromX, fromY);
            CURVE.fill(path, fromX + GAP / 2, fromY, toX - GAP / 2, toY, end, toY);
        }
        GraphLayout.Place to = way.get(way.size() - 1);
        EDGE.fill(svg, edge.from(), edge.to(), path);
        svg.append(Arrowhead.at(x(to), middle(to)));
    }

    private static int middle(GraphLayout.Place place) {
        return y(place) + HEIGHT / 2;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
