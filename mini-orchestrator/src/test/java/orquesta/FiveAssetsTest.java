package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Check;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.definition.Definitions;
import orquesta.event.StepRecord;
import orquesta.testkit.TestHome;

/** The five elements of the course's poll, once annotated and once with the builder: one model, one meaning. */
@Tag("once")
class FiveAssetsTest {
    private static final String SQL = """
        select producto, sum(precio * cantidad * (1 + impuesto)) as total
        from ventas join productos using (producto) group by producto order by producto
        """;

    static class Tienda {
        @Asset
        Relation productos() {
            return Relation.rows("producto, impuesto decimal(5,4)", "'té', 0.19", "'pan', 0");
        }

        @Asset
        Relation ventas() {
            return Relation.rows("producto, precio decimal(14,2), cantidad", "'té', 1990, 2", "'pan', 500, 4");
        }

        @Asset
        Relation ingresosTotales(Relation ventas, Relation productos) {
            return Relation.with("ventas", ventas).with("productos", productos).sql(SQL);
        }

        @Check
        CheckResult checkIngresos(Relation ingresosTotales) {
            return CheckResult.noRows("a negative income", ingresosTotales.where("total < 0"));
        }

        @Asset
        void publicarReporte(Relation ingresosTotales, Run run) {
            run.log("published");
        }
    }

    private static Definitions annotated() {
        return Definitions.of(new Tienda());
    }

    private static Definitions built() {
        return Definitions.of(
                AssetDefinition.named("productos")
                        .computedBy(in -> Relation.rows("producto, impuesto decimal(5,4)", "'té', 0.19", "'pan', 0")),
                AssetDefinition.named("ventas")
                        .computedBy(in -> Relation.rows(
                                "producto, precio decimal(14,2), cantidad", "'té', 1990, 2", "'pan', 500, 4")),
                AssetDefinition.named("ingresos_totales")
                        .reads("ventas", "productos")
                        .computedBy(in -> Relation.with("ventas", in.relation("ventas"))
                                .with("productos", in.relation("productos"))
                                .sql(SQL)),
                CheckDefinition.named("check_ingresos", "ingresos_totales")
                        .computedBy(in -> CheckResult.noRows(
                                "a negative income",
                                in.relation("ingresos_totales").where("total < 0"))),
                AssetDefinition.named("publicar_reporte")
                        .reads("ingresos_totales")
                        .wantsRun()
                        .returns(void.class)
                        .computedBy(in -> {
                            in.run().log("published");
                            return null;
                        }));
    }

    @Test
    void both_ways_declare_the_same_graph() {
        var one = annotated().validated("tienda").graph();
        var other = built().validated("tienda").graph();

        assertThat(other.keys()).isEqualTo(one.keys());
        for (AssetKey key : one.keys()) {
            assertThat(other.inputsOf(key)).isEqualTo(one.inputsOf(key));
            assertThat(other.definition(key).returns())
                    .isEqualTo(one.definition(key).returns());
        }
    }

    @Test
    void both_ways_run_to_the_same_states_and_rows() {
        try (TestHome home = TestHome.create();
                TestHome other = TestHome.create()) {
            assertThat(states(other.run(built()))).isEqualTo(states(home.run(annotated())));
            assertThat(home.lines("ingresos_totales")).containsExactly("pan,2000.000000", "té,4736.200000");
            assertThat(other.lines("ingresos_totales")).isEqualTo(home.lines("ingresos_totales"));
        }
    }

    private static List<String> states(RunResult result) {
        return result.steps().stream().map(FiveAssetsTest::state).toList();
    }

    private static String state(StepRecord step) {
        return step.key().text() + " " + step.state() + " " + step.rows();
    }
}
