package dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstadosTest {
    private static final Map<String, List<String>> NECESITA = Map.of(
            "ventas", List.of(), "clientes", List.of(), "resumen", List.of("ventas"), "cartas", List.of("clientes"));

    @Test
    void on_a_good_night_all_is_well() {
        Map<String, String> todoBien = Map.of("ventas", "ok", "clientes", "ok", "resumen", "ok", "cartas", "ok");

        assertThat(Estados.estados(NECESITA, todoBien)).isEqualTo(todoBien);
    }

    @Test
    void a_failure_stops_what_is_below_it_alone() {
        Map<String, String> fallaVentas = Map.of("ventas", "failed", "clientes", "ok", "resumen", "ok", "cartas", "ok");

        assertThat(Estados.estados(NECESITA, fallaVentas))
                .containsEntry("resumen", "upstream_failed")
                .containsEntry("cartas", "ok");
    }
}
