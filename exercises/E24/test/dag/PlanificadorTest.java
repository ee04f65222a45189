package dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanificadorTest {
    private static final Map<String, List<String>> NECESITA =
            Map.of("ventas", List.of(), "clientes", List.of(), "reporte", List.of("ventas", "clientes"));

    @Test
    void what_needs_nothing_has_level_zero() {
        Plan plan = Planificador.planificar(NECESITA, Map.of("ventas", 3, "clientes", 5, "reporte", 2));

        assertThat(plan.niveles()).isEqualTo(Map.of("ventas", 0, "clientes", 0, "reporte", 1));
    }

    @Test
    void the_slowest_way_decides() {
        Plan plan = Planificador.planificar(NECESITA, Map.of("ventas", 3, "clientes", 5, "reporte", 2));

        assertThat(plan.minutos()).isEqualTo(7);
        assertThat(plan.camino()).containsExactly("clientes", "reporte");
    }
}
