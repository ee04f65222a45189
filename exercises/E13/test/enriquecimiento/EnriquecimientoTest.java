package enriquecimiento;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import limpieza.VentaLimpia;
import org.junit.jupiter.api.Test;

/** What you can see of the checks: small, and one rule each. Read them before you write. */
class EnriquecimientoTest {
    private static final List<Producto> CATALOGO = List.of(
            producto("Té Verde", "Bebidas", "0.10"),
            producto("pan", "panaderia", "0"),
            producto("te verde", "bebidas", "0.19"),
            producto("vela", null, "0.19"),
            producto("sal", "despensa", null));

    @Test
    void enriches_the_sale_of_the_instructions() {
        VentaEnriquecida te = una("TÉ  verde", "x", "1000", 2);

        assertThat(te.producto()).isEqualTo("te verde");
        assertThat(te.categoriaNorm()).isEqualTo("bebidas");
        assertThat(te.impuesto()).isEqualByComparingTo("0.19");
        assertThat(te.total()).isEqualByComparingTo("2380.00");
    }

    @Test
    void keeps_what_the_catalogue_does_not_know() {
        VentaEnriquecida miel = una("miel", "x", "500", 1);

        assertThat(miel.categoriaNorm()).isEqualTo("sin_categoria");
        assertThat(miel.total()).isEqualByComparingTo("500");
    }

    @Test
    void a_product_without_category_keeps_its_tax() {
        VentaEnriquecida vela = una("vela", "hogar", "100", 1);

        assertThat(vela.categoriaNorm()).isEqualTo("sin_categoria");
        assertThat(vela.total()).isEqualByComparingTo("119");
    }

    @Test
    void no_tax_is_zero() {
        assertThat(una("sal", "x", "100", 1).impuesto()).isEqualByComparingTo("0");
    }

    @Test
    void keeps_the_order_and_equal_sales() {
        VentaLimpia pan = venta("pan", "x", "10", 1);

        assertThat(Enriquecimiento.enriquecer(List.of(pan, venta("miel", "x", "10", 1), pan), CATALOGO))
                .extracting(VentaEnriquecida::producto)
                .containsExactly("pan", "miel", "pan");
    }

    @Test
    void gives_an_empty_list_for_no_sales() {
        assertThat(Enriquecimiento.enriquecer(List.of(), CATALOGO)).isEmpty();
    }

    private static VentaEnriquecida una(String producto, String categoria, String precio, int cantidad) {
        List<VentaEnriquecida> ventas =
                Enriquecimiento.enriquecer(List.of(venta(producto, categoria, precio, cantidad)), CATALOGO);
        assertThat(ventas).hasSize(1);
        return ventas.get(0);
    }

    private static VentaLimpia venta(String producto, String categoria, String precio, int cantidad) {
        BigDecimal pesos = new BigDecimal(precio);
        return new VentaLimpia(producto, categoria, pesos, cantidad, pesos.multiply(BigDecimal.valueOf(cantidad)));
    }

    private static Producto producto(String producto, String categoria, String impuesto) {
        return new Producto(producto, categoria, impuesto == null ? null : new BigDecimal(impuesto));
    }
}
