package limpieza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What you can see of the checks: small, and one rule each. Read them before you write. A test of your own may ask for a
 * computer of another language: {@link Locale#setDefault}.
 */
class LimpiezaTest {
    @Test
    void cleans_the_sale_of_the_instructions() {
        List<VentaLimpia> limpias = Limpieza.limpiar(List.of(cruda("  Té verde ", "  BEBIDAS", "1990.50", 2)));

        assertThat(limpias).hasSize(1);
        VentaLimpia limpia = limpias.get(0);
        assertThat(limpia.producto()).isEqualTo("Té verde");
        assertThat(limpia.categoria()).isEqualTo("bebidas");
        assertThat(limpia.precio()).isEqualByComparingTo("1990.50");
        assertThat(limpia.cantidad()).isEqualTo(2);
        assertThat(limpia.precioTotal()).isEqualByComparingTo("3981.00");
    }

    @Test
    void drops_a_sale_without_price() {
        assertThat(productos(cruda("pan", "comida", null, 3), cruda("té", "bebidas", "10", 1)))
                .containsExactly("té");
    }

    @Test
    void drops_a_sale_without_quantity() {
        assertThat(productos(cruda("pan", "comida", "500", null), cruda("té", "bebidas", "10", 1)))
                .containsExactly("té");
    }

    @Test
    void drops_totals_of_zero_or_less() {
        assertThat(productos(
                        cruda("regalo", "comida", "0", 3),
                        cruda("devuelto", "comida", "500", -1),
                        cruda("té", "bebidas", "10", 1)))
                .containsExactly("té");
    }

    @Test
    void keeps_a_sale_without_category() {
        assertThat(productos(cruda("pan", null, "500", 1))).containsExactly("pan");
    }

    @Test
    void keeps_the_order_and_equal_sales() {
        assertThat(productos(cruda("té", "x", "10", 1), cruda("pan", "a", "20", 1), cruda("té", "x", "10", 1)))
                .containsExactly("té", "pan", "té");
    }

    @Test
    void gives_an_empty_list_for_an_empty_list() {
        assertThat(Limpieza.limpiar(List.of())).isEmpty();
    }

    @Test
    void leaves_the_list_that_it_was_given_alone() {
        List<VentaCruda> ventas = new ArrayList<>(List.of(cruda(" pan ", "COMIDA", null, 3), cruda("té", "x", "1", 1)));
        List<VentaCruda> before = List.copyOf(ventas);

        Limpieza.limpiar(ventas);

        assertThat(ventas).isEqualTo(before);
        assertThatCode(() -> Limpieza.limpiar(before)).doesNotThrowAnyException();
    }

    @Test
    void gives_the_same_answer_twice() {
        List<VentaCruda> ventas = List.of(cruda("té", "x", "10", 1));

        List<VentaLimpia> first = List.copyOf(Limpieza.limpiar(ventas));

        assertThat(first).hasSize(1);
        assertThat(Limpieza.limpiar(ventas)).isEqualTo(first);
    }

    private static VentaCruda cruda(String producto, String categoria, String precio, Integer cantidad) {
        return new VentaCruda(producto, categoria, precio == null ? null : new BigDecimal(precio), cantidad);
    }

    private static List<String> productos(VentaCruda... ventas) {
        return Limpieza.limpiar(List.of(ventas)).stream()
                .map(VentaLimpia::producto)
                .toList();
    }
}
