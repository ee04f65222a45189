package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.Given;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.selection.Selection;

@Tag("once")
class ToggleTest {
    private static final AssetGraph GRAPH = Given.graph("a", "b < a", "c < b", "d < c");

    private static Set<AssetKey> picked(String text) {
        return text.isEmpty() ? Set.of() : Selection.parse(text).in(GRAPH);
    }

    private static String clicked(String text, String name) {
        AssetKey key = new AssetKey(name);
        return Toggle.of(GRAPH, text, key);
    }

    @Test
    void names_come_and_go_one_after_the_other_and_without_any_everything_is_meant() {
        assertThat(clicked("", "a")).isEqualTo("a");
        assertThat(clicked("a", "c")).isEqualTo("a or c");
        assertThat(clicked("a or c", "a")).isEqualTo("c");
        assertThat(clicked("c", "c")).isEmpty();
    }

    @Test
    void what_was_typed_stays_and_what_is_left_out_comes_back() {
        assertThat(clicked("*c", "b")).isEqualTo("*c and not b");
        assertThat(clicked("*c and not b", "b")).isEqualTo("*c");
        assertThat(clicked("*c", "d")).isEqualTo("*c or d");
        assertThat(clicked("*b or d", "a")).isEqualTo("(*b or d) and not a");
        assertThat(clicked("(*b or d) and not a", "a")).isEqualTo("*b or d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a or c",
                "*c",
                "*c and not b",
                "*b or d",
                "not a",
                "(a or b) and not c",
                "b*",
                "a or *d and not b"
            })
    void a_click_changes_that_asset_and_no_other(String text) {
        for (AssetKey key : GRAPH.keys()) {
            Set<AssetKey> before = picked(text);
            Set<AssetKey> after = picked(clicked(text, key.name()));

            assertThat(after.contains(key)).as(text + " + " + key).isNotEqualTo(before.contains(key));
            GRAPH.keys().stream()
                    .filter(other -> !other.equals(key))
                    .forEach(other -> assertThat(after.contains(other))
                            .as(text + ", a click on " + key + ", what becomes of " + other)
                            .isEqualTo(before.contains(other)));
        }
    }

    @Test
    void a_word_of_the_grammar_is_quoted() {
        assertThat(Toggle.of(Given.graph("or"), "", new AssetKey("or"))).isEqualTo("\"or\"");
    }
}
