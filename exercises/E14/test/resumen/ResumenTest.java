package resumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import enriquecimiento.VentaEnriquecida;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What you can see of the checks: small, and one rule each. Read them before you write. */
class ResumenTest {
    @Test
    void sums_up_the_sales_of_the_instructions() {
        List<ResumenCategoria> informe = Resumen.resumir(
                List.of(venta("te", "bebidas", "1000", 1, "1000"), venta("jugo", "bebidas", "500", 4, "2380.00")));

        assertThat(informe).hasSize(1);
        ResumenCategoria bebidas = informe.get(0);
        assertThat(bebidas.categoriaNorm()).isEqualTo("bebidas");
        assertThat(bebidas.totalVentas()).isEqualByComparingTo("3380.00");
        assertThat(bebidas.nItems()).isEqualTo(5);
        assertThat(bebidas.precioPromedio()).isEqualByComparingTo("750.00");
        assertThat(bebidas.precioPonderado()).isEqualByComparingTo("600.00");
    }

    @Test
    void rounds_the_sum_and_not_each_sale() {
        List<ResumenCategoria> informe = Resumen.resumir(
                List.of(venta("te", "bebidas", "1.00", 1, "1.004"), venta("jugo", "bebidas", "1.00", 1, "1.004")));

        assertThat(informe.get(0).totalVentas()).isEqualByComparingTo("2.01");
    }

    @Test
    void a_mean_of_three_prices_has_cents() {
        List<ResumenCategoria> informe = Resumen.resumir(List.of(
                venta("te", "bebidas", "10", 1, "10"),
                venta("jugo", "bebidas", "10", 1, "10"),
                venta("cafe", "bebidas", "20", 1, "20")));

        assertThat(informe.get(0).precioPromedio()).isEqualByComparingTo("13.33");
    }

    @Test
    void the_largest_total_comes_first_and_equal_ones_go_by_name() {
        assertThat(categorias(
                        venta("lapiz", "libreria", "500", 1, "500"),
                        venta("te", "bebidas", "500", 1, "500"),
                        venta("jabon", "aseo", "900", 1, "900")))
                .containsExactly("aseo", "bebidas", "libreria");
    }

    @Test
    void what_has_no_category_has_a_line() {
        assertThat(categorias(venta("vela", "sin_categoria", "500", 1, "500"))).containsExactly("sin_categoria");
    }

    @Test
    void two_equal_sales_are_two_sales() {
        VentaEnriquecida te = venta("te", "bebidas", "10", 1, "10");

        assertThat(Resumen.resumir(List.of(te, te)).get(0).totalVentas()).isEqualByComparingTo("20");
    }

    @Test
    void gives_an_empty_list_for_an_empty_list() {
        assertThat(Resumen.resumir(List.of())).isEmpty();
    }

    @Test
    void leaves_the_list_that_it_was_given_alone() {
        List<VentaEnriquecida> ventas =
                new ArrayList<>(List.of(venta("te", "bebidas", "10", 1, "10"), venta("jabon", "aseo", "10", 1, "10")));
        List<VentaEnriquecida> before = List.copyOf(ventas);

        Resumen.resumir(ventas);

        assertThat(ventas).isEqualTo(before);
        assertThatCode(() -> Resumen.resumir(before)).doesNotThrowAnyException();
    }

    @Test
    void gives_the_same_answer_twice() {
        List<VentaEnriquecida> ventas = List.of(venta("te", "bebidas", "10", 1, "10"));

        List<ResumenCategoria> first = List.copyOf(Resumen.resumir(ventas));

        assertThat(first).hasSize(1);
        assertThat(Resumen.resumir(ventas)).isEqualTo(first);
    }

    /** A sale of the tax that its total shows: the tax itself is not asked here. */
    private static VentaEnriquecida venta(
            String producto, String categoria, String precio, int cantidad, String total) {
        BigDecimal neto = new BigDecimal(precio).multiply(BigDecimal.valueOf(cantidad));
        BigDecimal impuesto = new BigDecimal(total).compareTo(neto) > 0 ? new BigDecimal("0.19") : BigDecimal.ZERO;
        return new VentaEnriquecida(
                producto, categoria, new BigDecimal(precio), cantidad, impuesto, new BigDecimal(total));
    }

    private static List<String> categorias(VentaEnriquecida... ventas) {
        return Resumen.resumir(List.of(ventas)).stream()
                .map(ResumenCategoria::categoriaNorm)
                .toList();
    }
}
