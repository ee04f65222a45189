package dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdenTest {
    @Test
    void what_is_needed_comes_first() {
        assertThat(Orden.ordenar(Map.of("reporte", List.of("ventas"), "ventas", List.of())))
                .containsExactly("ventas", "reporte");
    }

    @Test
    void of_several_orders_any_will_do() {
        List<String> orden = Orden.ordenar(
                Map.of("reporte", List.of("ventas", "clientes"), "ventas", List.of(), "clientes", List.of()));

        assertThat(orden)
                .containsExactlyInAnyOrder("ventas", "clientes", "reporte")
                .endsWith("reporte");
    }

    @Test
    void a_circle_ends_with_its_path() {
        assertThatThrownBy(() -> Orden.ordenar(Map.of("a", List.of("b"), "b", List.of("a"))))
                .isInstanceOfSatisfying(
                        CicloException.class,
                        ciclo -> assertThat(ciclo.camino()).hasSize(3).contains("a", "b"));
    }
}
