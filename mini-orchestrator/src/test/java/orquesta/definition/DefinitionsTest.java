package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.key;
import static orquesta.Given.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Check;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Inputs;
import orquesta.asset.Labels;
import orquesta.asset.Need;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;
import orquesta.text.Language;

/** What sound definitions become. */
@Tag("once")
class DefinitionsTest {
    static class Tienda {
        @Asset
        Relation ventasLeidas(Fuente fuente, Run corrida) {
            return Relation.rows("n", "1");
        }

        @Asset(
                description = "Income by category",
                group = "informes",
                kind = "table",
                owner = "ana@uni.cl",
                tags = {"nivel=oro", "vacio="})
        Relation ingresosTotales(Relation ventasLeidas) {
            return ventasLeidas.where("n > 0");
        }

        @Asset
        void aviso(Relation ingresosTotales) {}

        @Asset
        void despues(Void aviso) {}

        @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // private, and read all the same
        @Check(description = "never negative", blocking = false)
        CheckResult sinNegativos(Relation ingresosTotales, Fuente fuente) {
            return CheckResult.noRows("a negative income", ingresosTotales.where("n < 0"));
        }

        void noAsset() {}
    }

    private static Definitions tienda() {
        return Definitions.of(new Tienda()).resource("datos", Fuente.in("datos"));
    }

    @Test
    void a_parameter_named_like_an_asset_reads_it_one_of_a_resources_type_borrows_it_and_run_is_the_run() {
        Pipeline pipeline = tienda().validated("tienda");

        assertThat(pipeline.graph().keys())
                .containsExactlyElementsOf(keys("aviso", "despues", "ingresos_totales", "ventas_leidas"));
        assertThat(pipeline.graph().inputsOf(key("ingresos_totales"))).containsExactly(key("ventas_leidas"));
        assertThat(pipeline.graph().inputsOf(key("despues"))).containsExactly(key("aviso"));
        List<Need> needs = pipeline.graph().definition(key("ventas_leidas")).needs();
        assertThat(needs).hasSize(2);
        assertThat(needs.get(0)).isInstanceOf(Need.Borrowed.class);
        assertThat(needs.get(1)).isEqualTo(new Need.Reserved("corrida", Run.class));
        assertThat(pipeline.warnings()).isEmpty();
    }

    @Test
    void an_asset_keeps_its_type_its_labels_and_its_place() {
        AssetDefinition asset = tienda().validated("tienda").graph().definition(key("ingresos_totales"));

        assertThat(asset.labels())
                .isEqualTo(new Labels(
                        "Income by category", "informes", "table", "ana@uni.cl", Map.of("nivel", "oro", "vacio", "")));
        assertThat(asset.returns()).isEqualTo(Relation.class);
        assertThat(asset.declaredAt()).isEqualTo("Tienda.ingresosTotales");
    }

    @Test
    void a_check_judges_its_first_parameter() {
        List<CheckDefinition> checks = tienda().validated("tienda").checksOf(key("ingresos_totales"));

        assertThat(checks).singleElement().satisfies(check -> {
            assertThat(check.key().text()).isEqualTo("ingresos_totales#sin_negativos");
            assertThat(check.blocking()).isFalse();
            assertThat(check.description()).isEqualTo("never negative");
            assertThat(check.reads()).containsExactly(key("ingresos_totales"));
        });
    }

    @Test
    void the_function_of_an_asset_is_its_method() throws Exception {
        AssetDefinition asset = tienda().validated("tienda").graph().definition(key("ingresos_totales"));
        Inputs inputs = new Inputs(Map.of("ventasLeidas", Relation.rows("n", "1")));

        assertThat(asset.function().apply(inputs)).hasToString("select * from \"this\" where n > 0");
    }

    static class DosFuentes {
        @Asset
        void uno(Fuente datosNuevos) {}

        @Asset
        void otro(Fuente viejos) {}
    }

    @Test
    void of_two_resources_of_one_type_the_parameters_name_says_which() {
        Pipeline pipeline = Definitions.of(new DosFuentes())
                .resource("datos_nuevos", Fuente.in("n"))
                .resource("viejos", Fuente.in("v"))
                .validated("tienda");

        assertThat(pipeline.warnings()).isEmpty();
        assertThat(borrowed(pipeline, "uno")).isEqualTo("datos_nuevos");
        assertThat(borrowed(pipeline, "otro")).isEqualTo("viejos");
    }

    private static String borrowed(Pipeline pipeline, String asset) {
        return ((Need.Borrowed) pipeline.graph().definition(key(asset)).needs().get(0)).resource();
    }

    static class MismoNombre {
        @Asset
        Relation productos(Fuente fuente) {
            return Relation.rows("n");
        }

        @Asset
        void informe(Relation productos, Fuente fuente, Fuente otraVez) {}
    }

    @Test
    void a_resource_may_be_named_like_an_asset_and_be_borrowed_twice() {
        Pipeline pipeline = Definitions.of(new MismoNombre())
                .resource("productos", Fuente.in("p"))
                .validated("tienda");

        assertThat(pipeline.graph().definition(key("informe")).needs())
                .extracting(Need::name)
                .containsExactly("productos", "fuente", "otraVez");
    }

    interface Generica<T> {
        T ventas();
    }

    static class Concreta implements Generica<Relation> {
        @Override
        @Asset
        public Relation ventas() {
            return Relation.rows("n");
        }
    }

    @Test
    void a_method_that_the_compiler_adds_is_no_second_asset() {
        assertThat(Definitions.of(new Concreta()).validated("tienda").graph().keys())
                .containsExactly(key("ventas"));
    }

    @Test
    void annotations_and_builders_can_be_mixed() {
        Pipeline pipeline = Definitions.of(
                        new Tienda(), Given.asset("extra", "ingresos_totales"), Given.check("extra#c"))
                .resource("datos", Fuente.in("datos"))
                .validated("tienda");

        assertThat(pipeline.graph().inputsOf(key("extra"))).containsExactly(key("ingresos_totales"));
        assertThat(pipeline.checksOf(key("extra"))).hasSize(1);
    }

    record SinUso() implements Resource<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String open(Evaluator evaluator) {
            return "";
        }
    }

    @Test
    void a_resource_that_nobody_borrows_is_a_warning_and_no_error() {
        Pipeline pipeline = tienda().resource("otra", new SinUso()).validated("tienda");

        assertThat(pipeline.warnings()).hasSize(1);
        assertThat(pipeline.warnings().get(0).in(Language.EN))
                .contains("\"otra\"")
                .contains("remove it");
    }

    @Test
    void a_resource_is_pointed_elsewhere_by_its_name_and_starts_at_a_folder() {
        Pipeline pipeline = tienda().validated("tienda");

        assertThat(pipeline.with(Map.of("datos", "otros")).resources()).containsEntry("datos", Fuente.in("otros"));
        assertThat(pipeline.from(Path.of("base")).resources()).containsEntry("datos", Fuente.in("base/datos"));
        assertThat(pipeline.resources()).containsEntry("datos", Fuente.in("datos"));
        assertThat(Given.problem(() -> pipeline.with(Map.of("dato", "x"))))
                .startsWith("--set: ")
                .contains("\"dato\"", "did you mean \"datos\"");
    }

    @Test
    void a_job_is_found_by_its_name() {
        Pipeline pipeline = tienda().job(Job.named("diario").select("*aviso", "ventas_leidas"))
                .validated("tienda");

        assertThat(pipeline.job("diario").in(pipeline.graph())).hasSize(3);
        assertThat(Given.problem(() -> pipeline.job("diaro")))
                .startsWith("--job: ")
                .contains("\"diaro\"", "did you mean \"diario\"");
    }
}
