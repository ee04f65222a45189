package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.key;
import static orquesta.Given.keys;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import orquesta.Given;

class AssetGraphTest {
    private final AssetGraph diamond = Given.graph("fin < izq der", "der < raiz", "izq < raiz", "raiz", "solo");

    @Test
    void knows_what_an_asset_reads_and_what_reads_it() {
        assertThat(diamond.inputsOf(key("fin"))).containsExactlyElementsOf(keys("der", "izq"));
        assertThat(diamond.reach(key("raiz"), false, 1)).containsExactlyElementsOf(keys("der", "izq"));
        assertThat(diamond.inputsOf(key("solo"))).isEmpty();
        assertThat(diamond.definition(key("fin")).reads()).containsExactlyElementsOf(keys("izq", "der"));
    }

    @Test
    void all_above_and_below_leave_the_asset_itself_out() {
        assertThat(diamond.ancestorsOf(key("fin"))).containsExactlyElementsOf(keys("der", "izq", "raiz"));
        assertThat(diamond.reach(key("raiz"), false, Integer.MAX_VALUE))
                .containsExactlyElementsOf(keys("der", "fin", "izq"));
    }

    @Test
    void levels_limit_how_far_it_looks_by_the_shortest_way() {
        AssetGraph graph = Given.graph("a", "b < a", "c < b", "d < c a");

        assertThat(graph.reach(key("d"), true, 1)).containsExactlyElementsOf(keys("a", "c"));
        assertThat(graph.reach(key("a"), false, 1)).containsExactlyElementsOf(keys("b", "d"));
        assertThat(graph.reach(key("a"), false, 2)).containsExactlyElementsOf(keys("b", "c", "d"));
        assertThat(graph.reach(key("a"), false, 0)).isEmpty();
    }

    @Test
    void the_order_puts_every_asset_after_what_it_reads_and_else_goes_by_name() {
        assertThat(diamond.inOrder()).containsExactlyElementsOf(keys("raiz", "der", "izq", "fin", "solo"));
        assertThat(Given.graph("b", "c < a", "a").inOrder()).containsExactlyElementsOf(keys("a", "b", "c"));
    }

    @Test
    void a_graph_without_a_cycle_has_none() {
        assertThat(diamond.cycles()).isEmpty();
    }

    @Test
    void a_cycle_is_told_as_a_path_that_comes_back() {
        AssetGraph graph = Given.graph("a < c", "b < a", "c < b", "d < c");

        assertThat(graph.cycles()).containsExactly(keys("a", "b", "c", "a"));
    }

    @Test
    void the_shortest_cycle_is_told_first() {
        AssetGraph graph = Given.graph("a < d b", "b < a", "c < b", "d < c");

        assertThat(graph.cycles()).containsExactly(keys("a", "b", "a"), keys("a", "b", "c", "d", "a"));
    }

    @Test
    void an_asset_that_reads_itself_is_a_cycle() {
        assertThat(Given.graph("a", "b < a b").cycles()).containsExactly(keys("b", "b"));
    }

    @Test
    void each_cycle_is_told_apart_or_through_one_asset() {
        assertThat(Given.graph("a < b", "b < a", "x < y", "y < x").cycles())
                .containsExactly(keys("a", "b", "a"), keys("x", "y", "x"));
        assertThat(Given.graph("a < b", "b < a c", "c < b").cycles())
                .containsExactly(keys("a", "b", "a"), keys("b", "c", "b"));
    }

    @Test
    void a_path_leads_down_only() {
        assertThat(diamond.path(key("raiz"), key("fin"))).containsExactlyElementsOf(keys("raiz", "der", "fin"));
        assertThat(diamond.path(key("fin"), key("raiz"))).isEmpty();
        assertThat(diamond.path(key("solo"), key("fin"))).isEmpty();
    }

    @Test
    void ten_thousand_assets_in_a_row_are_no_trouble() {
        AssetGraph graph = new AssetGraph(Given.chain(10_000));

        assertThat(graph.inOrder()).hasSize(10_000).startsWith(key("a0")).endsWith(key("a9999"));
        assertThat(graph.ancestorsOf(key("a9999"))).hasSize(9_999);
        assertThat(graph.path(key("a0"), key("a9999"))).hasSize(10_000);
        assertThat(graph.cycles()).isEmpty();
    }

    @Test
    void a_cycle_of_ten_thousand_assets_is_found_whole() {
        List<AssetDefinition> ring = new ArrayList<>(Given.chain(10_000));
        ring.set(0, Given.asset("a0", "a9999"));

        assertThat(new AssetGraph(ring).cycles())
                .singleElement(InstanceOfAssertFactories.list(AssetKey.class))
                .hasSize(10_001)
                .startsWith(key("a0"))
                .endsWith(key("a0"));
    }
}
