package orquesta.autograder.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What students' tests do, done once while the class-data archive of the child is made, so that it holds what they need. */
public class Rehearsal {
    private record Venta(String producto, BigDecimal precio) {}

    private final List<Venta> ventas = List.of(new Venta("té", new BigDecimal("990.00")));

    @Test
    void passes() {
        assertThat(ventas).hasSize(1);
        assertThat(ventas).extracting(Venta::producto).containsExactly("té");
        assertThat(ventas.get(0).precio()).isEqualByComparingTo("990");
        Assertions.assertEquals(1, ventas.size());
    }

    @Test
    void fails_on_one_value() {
        assertThat(ventas.get(0).producto()).as("producto").isEqualTo("pan");
    }

    @Test
    void fails_on_a_list() {
        assertThat(ventas.stream().map(Venta::producto).toList()).containsExactly("pan", "té");
    }

    @Test
    void throws_something_else() {
        throw new IllegalStateException(ventas.toString());
    }
}
