package limpieza;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of limpiar. */
class LimpiezaTest {
    @Test
    void writes_the_category_in_one_way() {
        List<VentaLimpia> limpias = Limpieza.limpiar(List.of(cruda("té", "  BEBIDAS ", "10", 1)));

        assertThat(limpias.get(0).categoriaNorm()).isEqualTo("bebidas");
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
