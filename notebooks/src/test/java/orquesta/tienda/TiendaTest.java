package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orquesta.lesson.Sandbox;
import orquesta.text.UserException;

class TiendaTest {
    private static final String ALL =
            "select articulo as producto, rubro as categoria, precio, unidades as cantidad from caja";
    private static final Sandbox SANDBOX = Sandbox.open();
    private static Tienda tienda;

    @BeforeAll
    static void open() {
        tienda = Tienda.en(SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void the_sales_cleaned_and_taxed_are_the_accountants_total() {
        assertThat(total(tienda.ventasDelCsv())).isEqualByComparingTo("114877798.25");
    }

    @Test
    void the_tills_have_the_same_sales_under_other_names() {
        assertThat(tienda.ventasDeLaCaja(ALL)).containsExactlyInAnyOrderElementsOf(tienda.ventasDelCsv());
    }

    @Test
    void some_sales_lack_something_and_none_has_both_amounts_negative() {
        List<VentaCruda> ventas = tienda.ventasDelCsv();

        assertThat(ventas).extracting(VentaCruda::categoria).containsNull();
        assertThat(ventas).extracting(VentaCruda::precio).containsNull();
        assertThat(ventas).extracting(VentaCruda::cantidad).containsNull();
        assertThat(ventas)
                .noneMatch(venta -> venta.precio() != null
                        && venta.cantidad() != null
                        && venta.precio().signum() < 0
                        && venta.cantidad() < 0);
    }

    @Test
    void an_empty_query_gives_nothing_and_a_wrong_one_is_told_with_what_it_gives() {
        assertThat(tienda.ventasDeLaCaja("\n")).isEmpty();
        assertThatThrownBy(() -> tienda.ventasDeLaCaja("select * from caja"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("\"producto\"")
                .hasMessageContaining("articulo, rubro, precio, unidades");
        assertThatThrownBy(() -> tienda.ventasDeLaCaja("selec * from caja"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("selec");
    }

    private static BigDecimal total(List<VentaCruda> ventas) {
        return Version.CORRECTA.limpiar(ventas).stream()
                .map(venta -> new VentaConImpuesto(
                        venta,
                        tienda.impuestos()
                                .getOrDefault(
                                        Objects.requireNonNull(venta.producto()).strip(), BigDecimal.ZERO)))
                .map(VentaConImpuesto::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
