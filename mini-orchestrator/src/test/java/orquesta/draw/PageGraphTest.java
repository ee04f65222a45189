package orquesta.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import orquesta.Given;
import orquesta.asset.AssetGraph;
import orquesta.event.State;
import orquesta.text.Language;

/** The graph as a page shows it. */
@Tag("once")
class PageGraphTest {
    static final String[] VENTAS = {
        "ventas_leidas",
        "productos",
        "ventas < ventas_leidas",
        "ventas_rechazadas < ventas_leidas",
        "ingresos_totales < ventas productos",
        "publicar_reporte < ingresos_totales ventas_rechazadas"
    };

    private static String draw(AssetGraph graph, Map<String, State> states) {
        return new PageGraph(graph).draw(Language.EN, key -> {
            State state = states.get(key.name());
            return new PageGraph.Node(state, "/runs/1#" + key, state == null ? "never ran" : "why");
        });
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    @Test
    void the_graph_of_ventas_looks_as_it_did() throws IOException {
        Map<String, State> states = Map.of(
                "ventas_leidas", State.OK,
                "productos", State.WARNED,
                "ventas", State.FAILED,
                "ventas_rechazadas", State.RUNNING,
                "ingresos_totales", State.UPSTREAM_FAILED);

        Golden.assertLooksAs("ventas.svg", draw(Given.graph(VENTAS), states));
    }

    @Test
    void each_edge_ends_in_an_arrow_that_touches_the_box_it_leads_to() throws Exception {
        Element picture = parsed(draw(Given.graph(VENTAS), Map.of()));
        Map<String, String> tips = tips(picture);
        NodeList paths = picture.getElementsByTagName("path");

        assertThat(paths.getLength()).isEqualTo(2 * 6);
        for (int i = 0; i < paths.getLength(); i += 2) {
            Element edge = (Element) paths.item(i);
            Element arrow = (Element) paths.item(i + 1);
            String tip = tips.get(edge.getAttribute("data-to"));
            assertThat(edge.getAttribute("class")).isEqualTo("edge");
            assertThat(arrow.getAttribute("class")).isEqualTo("arrow");
            assertThat(arrow.getAttribute("d")).startsWith("M" + tip + " ").endsWith(" Z");
        }
    }

    /** The middle of the left side of each asset's box. */
    private static Map<String, String> tips(Element picture) {
        Map<String, String> tips = new HashMap<>();
        NodeList nodes = picture.getElementsByTagName("a");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element node = (Element) nodes.item(i);
            Element box = (Element) node.getElementsByTagName("rect").item(0);
            int middle = Integer.parseInt(box.getAttribute("y")) + Integer.parseInt(box.getAttribute("height")) / 2;
            tips.put(node.getAttribute("data-step"), box.getAttribute("x") + " " + middle);
        }
        return tips;
    }

    @Test
    void the_same_graph_gives_the_same_picture_whatever_the_order_of_declaration() {
        List<String> lines = new java.util.ArrayList<>(List.of(VENTAS));
        java.util.Collections.reverse(lines);

        assertThat(draw(Given.graph(lines.toArray(String[]::new)), Map.of()))
                .isEqualTo(draw(Given.graph(VENTAS), Map.of()));
    }

    @Test
    void each_state_has_its_own_sign_pattern_and_word() {
        String svg = draw(Given.graph("a"), Map.of("a", State.UPSTREAM_FAILED));

        assertThat(svg)
                .contains("data-state=\"upstream_failed\"", "href=\"#i-upstream_failed\"")
                .contains("fill=\"url(#p-upstream_failed)\"", ">upstream_failed</text>");
    }

    @Test
    void an_asset_that_never_ran_says_so_and_is_a_link_too() {
        String svg = draw(Given.graph("a"), Map.of());

        assertThat(svg).contains("<a class=\"node\" href=\"/runs/1#a\"", "<title>a: never ran</title>");
        assertThat(svg).contains(">never ran</text>");
    }

    @Test
    void a_long_name_is_shortened_in_the_middle_and_whole_in_the_title() {
        String name = "ventas_" + "x".repeat(49) + "_fin";
        String svg = draw(Given.graph(name), Map.of());

        assertThat(name).hasSize(60);
        assertThat(svg).contains("<title>" + name + ": never ran</title>", "xxx_fin</text>", ">ventas_");
        assertThat(svg).doesNotContain(name + "</text>");
    }

    @Test
    void a_long_name_widens_no_box_but_its_own() throws Exception {
        String name = "ventas_" + "x".repeat(49) + "_fin";
        NodeList boxes = parsed(draw(Given.graph("a", name), Map.of())).getElementsByTagName("rect");

        assertThat(((Element) boxes.item(0)).getAttribute("width")).isEqualTo("150");
        assertThat(((Element) boxes.item(2)).getAttribute("width")).isEqualTo("304");
        assertThat(((Element) boxes.item(2)).getAttribute("x")).isEqualTo(((Element) boxes.item(0)).getAttribute("x"));
    }

    @Test
    void among_many_assets_long_names_are_shortened_more() {
        String[] many = IntStream.range(0, 20)
                .mapToObj(i -> i == 0 ? "ventas_" + "x".repeat(49) + "_fin" : "paso" + i)
                .toArray(String[]::new);
        String[] more = java.util.Arrays.copyOf(many, 21);
        more[20] = "otro";

        assertThat(draw(Given.graph(many), Map.of())).contains(">ventas_xxxxxxxxxx…xxxxxxxxxxxx_fin</text>");
        assertThat(draw(Given.graph(more), Map.of())).contains(">ventas_xxxxx…xxxxxxx_fin</text>");
    }

    @Test
    void the_graph_of_the_course_fits_a_projector() throws Exception {
        int width = Integer.parseInt(parsed(draw(Given.graph(VENTAS), Map.of())).getAttribute("width"));
        Matcher zoom = Pattern.compile(
                        "max-width: 1100px\\) \\{ \\[data-theme=\"projector\"] .graph \\{ zoom: ([\\d.]+);")
                .matcher(Files.readString(Path.of("src/main/resources/orquesta/web/orquesta.css")));

        assertThat(zoom.find()).isTrue();
        double paddingsLinesAndBar = 2 * 1.5 * 19 + 2 * 1.25 * 19 + 4 + 15;
        assertThat(width * Double.parseDouble(zoom.group(1))).isLessThan(1024 - paddingsLinesAndBar);
    }

    @Test
    void hostile_reasons_and_links_stay_text() throws Exception {
        String reason = "\"><script>x</script>&amp; 'y'";
        String svg = new PageGraph(Given.graph("a"))
                .draw(Language.ES, key -> new PageGraph.Node(State.OK, reason, reason).withBox(true, ""));
        Element picture = parsed(svg);

        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a: ok. " + reason);
        assertThat(((Element) picture.getElementsByTagName("a").item(0)).getAttribute("href"))
                .isEqualTo(reason);
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void of_sixty_assets_no_two_boxes_overlap() throws Exception {
        String[] lines = IntStream.range(0, 60)
                .mapToObj(i -> "paso" + i + (i < 6 ? "" : " < paso" + (i - 6) + " paso" + (i / 2)))
                .toArray(String[]::new);
        NodeList boxes = parsed(draw(Given.graph(lines), Map.of())).getElementsByTagName("rect");
        List<int[]> places = IntStream.range(0, boxes.getLength())
                .mapToObj(i -> (Element) boxes.item(i))
                .filter(box -> box.getAttribute("class").equals("box"))
                .map(box -> List.of("x", "y", "width", "height").stream()
                        .mapToInt(name -> Integer.parseInt(box.getAttribute(name)))
                        .toArray())
                .toList();

        assertThat(places).hasSize(60);
        for (int[] one : places) {
            assertThat(places.stream().filter(other -> overlap(one, other))).hasSize(1);
        }
    }

    private static boolean overlap(int[] a, int[] b) {
        return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    }
}
