package e27;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.asset.AssetKey;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import tech.tablesaw.api.Table;

class TiendaTest {
    private final Pipeline tienda = Definitions.of(new Tienda()).validated();

    @Test
    @Tag("task:1")
    @DisplayName("productos, ventas and ingresos_totales are declared")
    void declares_three_assets() {
        assertThat(tienda.graph().keys())
                .extracting(AssetKey::name)
                .contains("productos", "ventas", "ingresos_totales");
    }

    @Test
    @Tag("task:2")
    @DisplayName("the parameters alone say that ingresos_totales reads ventas and productos")
    void edges_come_from_parameters() {
        List<String> read = tienda.graph().inputsOf(new AssetKey("ingresos_totales")).stream()
                .map(AssetKey::name)
                .toList();

        assertThat(read).containsExactly("productos", "ventas");
    }

    @Test
    @Tag("task:3")
    @DisplayName("the total of each product holds its tax, exactly")
    void totals_hold_the_tax(@TempDir Path home) {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            orchestrator.run(tienda, "*ingresos_totales");
            Table totals = orchestrator.table(tienda, "ingresos_totales");

            Map<String, String> byProduct = totals.stream()
                    .collect(Collectors.toMap(row -> row.getString("producto"), row -> row.getString("total")));
            assertThat(byProduct.get("té")).startsWith("7116.2");
            assertThat(byProduct.get("pan")).startsWith("2000.0");
        }
    }
}
