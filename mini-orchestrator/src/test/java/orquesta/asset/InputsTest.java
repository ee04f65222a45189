package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class InputsTest {
    private final Relation ventas = Relation.rows("n", "1");
    private final Inputs inputs = new Inputs(new LinkedHashMap<>(Map.of("ventasLeidas", ventas)));

    @Test
    void a_value_is_found_by_the_key_of_its_asset_and_by_its_java_name() {
        assertThat(inputs.relation("ventas_leidas")).isSameAs(ventas);
        assertThat(inputs.get("ventasLeidas", Relation.class)).isSameAs(ventas);
    }

    @Test
    void what_a_step_did_not_ask_for_is_an_error_that_says_what_it_gets() {
        assertThatThrownBy(() -> inputs.relation("productos"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContainingAll("productos", "ventasLeidas");
        assertThatThrownBy(inputs::run)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("wantsRun");
    }

    @Test
    void the_arguments_come_in_the_order_of_the_needs() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", "first");
        values.put("a", "second");

        assertThat(new Inputs(values).arguments()).containsExactly("first", "second");
    }
}
