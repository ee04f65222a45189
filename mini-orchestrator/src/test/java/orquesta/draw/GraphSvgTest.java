package orquesta.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.AssetGraph;
import orquesta.event.State;

/** The graph as a notebook shows it. */
class GraphSvgTest {
    private static final Map<String, State> STATES = Map.of(
            "ventas_leidas", State.OK,
            "productos", State.WARNED,
            "ventas", State.BLOCKED,
            "ventas_rechazadas", State.RUNNING,
            "ingresos_totales", State.UPSTREAM_FAILED);

    private final String languageBefore = System.getProperty("orquesta.lang", "");

    @BeforeEach
    void in_english() {
        System.setProperty("orquesta.lang", "en");
    }

    @AfterEach
    void put_back() {
        System.setProperty("orquesta.lang", languageBefore);
    }

    private static String draw(AssetGraph graph) {
        return GraphSvg.of(graph, key -> STATES.get(key.name())).replace(System.lineSeparator(), "\n");
    }

    @Test
    void the_graph_of_ventas_looks_as_it_did() throws IOException {
        Golden.assertLooksAs("ventas-in-a-notebook.svg", draw(Given.graph(PageGraphTest.VENTAS)));
    }

    @Test
    void each_edge_has_an_arrow() {
        assertThat(draw(Given.graph(PageGraphTest.VENTAS)).lines().filter(line -> line.startsWith("<path")))
                .hasSize(6)
                .allMatch(line ->
                        line.matches("<path class=\"edge\" d=\"[^\"]+\"/><path class=\"arrow\" d=\"M[^\"]+ Z\"/>"));
    }

    @Test
    void several_pictures_can_stand_in_one_page_since_none_has_an_id() {
        assertThat(draw(Given.graph(PageGraphTest.VENTAS))).doesNotContain(" id=", "url(#", "href=");
    }
}
