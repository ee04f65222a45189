package orquesta.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static orquesta.Given.key;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;

@Tag("once")
class GraphLayoutTest {
    private static Map<AssetKey, Integer> columns(AssetGraph graph) {
        return new GraphLayout(graph)
                .places().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, place -> place.getValue().column()));
    }

    @Test
    void the_column_of_an_asset_is_the_longest_way_from_one_that_reads_nothing() {
        assertThat(columns(Given.graph("a", "b < a", "c < b a", "z")))
                .containsOnly(entry(key("a"), 0), entry(key("b"), 1), entry(key("c"), 2), entry(key("z"), 0));
    }

    @Test
    void a_thousand_assets_in_a_row_are_no_trouble() {
        assertThat(columns(new AssetGraph(Given.chain(1_000)))).containsEntry(key("a999"), 999);
    }
}
