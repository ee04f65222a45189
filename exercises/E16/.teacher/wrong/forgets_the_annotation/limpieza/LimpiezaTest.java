package limpieza;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tests of limpiar. */
class LimpiezaTest {
    void multiplies_to_the_cent() {
        List<VentaLimpia> limpias = Limpieza.limpiar(List.of(cruda("té", "bebidas", "1.10", 3)));

        assertThat(limpias.get(0).precioTotal()).isEqualByComparingTo("3.30");
    }

    void drops_what_has_no_amount() {
        assertThat(productos(
                        cruda("pan", "comida", null, 3),
                        cruda("sal", "comida", "500", null),
                        cruda("té", "bebidas", "10", 1)))
                .containsExactly("té");
    }

    void drops_a_total_of_zero_or_less() {
        assertThat(productos(
                        cruda("regalo", "comida", "0.00", 3),
                        cruda("devuelto", "comida", "500", -1),
                        cruda("té", "bebidas", "10", 1)))
                .containsExactly("té");
    }

    void writes_the_category_in_one_way() {
        List<VentaLimpia> limpias = Limpieza.limpiar(List.of(cruda("té", "  BEBIDAS ", "10", 1)));

        assertThat(limpias.get(0).categoriaNorm()).isEqualTo("bebidas");
    }

    void keeps_a_sale_without_category() {
        assertThat(productos(cruda("vela", null, "500", 1))).containsExactly("vela");
    }

    void keeps_equal_sales_and_their_order() {
        assertThat(productos(cruda("té", "x", "10", 1), cruda("pan", "a", "20", 1), cruda("té", "x", "10", 1)))
                .containsExactly("té", "pan", "té");
    }

    void leaves_its_input_alone() {
        List<VentaCruda> ventas = new ArrayList<>(
                List.of(cruda("té", "x", "10", 1), cruda("pan", "a", null, 1), cruda("sal", "a", "5", 1)));
        List<VentaCruda> before = List.copyOf(ventas);

        Limpieza.limpiar(ventas);

        assertThat(ventas).isEqualTo(before);
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
