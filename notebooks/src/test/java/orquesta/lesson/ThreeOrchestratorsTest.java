package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orquesta.asset.Asset;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/** The Java that L08 shows beside Argo's YAML and Dagster's Python, which test_blocks.py reads: all three say one graph. */
class ThreeOrchestratorsTest {
    private static Relation leer(String file) {
        return Relation.sql("select '" + file + "' as file, 1 as n");
    }

    private static Relation sumar(Relation ventas, Relation productos) {
        return Relation.with("v", ventas).with("p", productos).sql("select v.n + p.n as n from v, p");
    }

    static class Tienda {
        @Asset
        Relation ventas() {
            return leer("ventas.csv");
        }

        @Asset
        Relation productos() {
            return leer("catalogo.csv");
        }

        @Asset
        Relation ingresos(Relation ventas, Relation productos) {
            return sumar(ventas, productos);
        }
    }

    @Test
    void the_income_comes_after_sales_and_products_and_these_after_nothing() {
        AssetGraph graph = Definitions.of(new Tienda()).validated().graph();

        assertThat(graph.keys()).extracting(AssetKey::toString).containsOnly("ventas", "productos", "ingresos");
        assertThat(graph.inputsOf(new AssetKey("ingresos")))
                .containsOnly(new AssetKey("ventas"), new AssetKey("productos"));
        assertThat(graph.inputsOf(new AssetKey("ventas"))).isEmpty();
        assertThat(graph.inputsOf(new AssetKey("productos"))).isEmpty();
    }
}
