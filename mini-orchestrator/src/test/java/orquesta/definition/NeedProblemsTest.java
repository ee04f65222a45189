package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.Run;

/** What is wrong with names, parameters and types: each told with its place, what was found, the nearest, the remedy. */
@Tag("once")
class NeedProblemsTest {
    static class ParametroDesconocido {
        @Asset
        Relation ventas() {
            return Relation.rows("n");
        }

        @Asset
        Relation ingresosTotales(Relation venta, Map<String, List<String>> otraCosa) {
            return venta;
        }
    }

    @Test
    void an_unknown_parameter_lists_the_assets_and_resources_that_there_are() {
        List<String> problems = Given.problems(() -> Definitions.of(new ParametroDesconocido())
                .resource("datos", Fuente.in("d"))
                .validated("tienda"));

        assertThat(problems)
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("ParametroDesconocido.ingresosTotales: "));
        assertThat(problems.get(0)).contains("\"Relation venta\"", "ventas", "Fuente datos", "ingresosTotales, ventas");
        assertThat(problems.get(1)).contains("\"Map<String, List<String>> otraCosa\"");
    }

    static class Ambiguo {
        @Asset
        void uno(Fuente fuente) {}
    }

    @Test
    void two_resources_that_fit_and_a_name_that_is_neither() {
        assertThat(Given.problem(() -> Definitions.of(new Ambiguo())
                        .resource("nuevos", Fuente.in("n"))
                        .resource("viejos", Fuente.in("v"))
                        .validated("tienda")))
                .startsWith("Ambiguo.uno: ")
                .contains("\"fuente\"", "Fuente", "nuevos, viejos");
    }

    @Test
    void an_upstream_or_resource_that_the_builder_names_and_nobody_declares() {
        AssetDefinition asset = AssetDefinition.named("ingresos")
                .reads("venta")
                .borrows("dato", Fuente.class)
                .computedBy(inputs -> null);
        List<String> problems = Given.problems(() -> Definitions.of(asset, Given.asset("ventas"))
                .resource("datos", Fuente.in("d"))
                .validated("tienda"));

        assertThat(problems).hasSize(2).allMatch(problem -> problem.startsWith("ingresos: "));
        assertThat(problems.get(0)).contains("\"venta\"", "did you mean \"ventas\"", "ingresos, ventas");
        assertThat(problems.get(1)).contains("\"dato\"", "did you mean \"datos\"");
    }

    static class NombresMalos {
        @Asset
        Relation URLBase() {
            return Relation.rows("n");
        }

        @Asset
        Relation ventas_2025() {
            return Relation.rows("n");
        }

        @SuppressWarnings("UnicodeInCode") // what is to be refused
        @Check
        CheckResult año(Relation ventas) {
            return CheckResult.passed();
        }
    }

    @Test
    void a_name_that_does_not_survive_is_told_with_the_one_to_use() {
        assertThat(Given.problemsOf(new NombresMalos(), Given.asset("ventas")))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("NombresMalos.URLBase: ", "\"urlBase\""))
                .anySatisfy(problem -> assertThat(problem).contains("NombresMalos.ventas_2025: ", "\"ventas2025\""))
                .anySatisfy(problem -> assertThat(problem).contains("NombresMalos.año: ", "\"anio\""));
    }

    @Test
    void the_name_of_a_resource_is_a_key_like_all_others() {
        assertThat(Given.problems(() -> Definitions.of(Given.asset("ventas"))
                        .resource("misReportes", Fuente.in("d"))
                        .validated("tienda")))
                .singleElement()
                .asString()
                .startsWith("misReportes: ")
                .contains("\"misReportes\" cannot be a key", "use \"mis_reportes\"");
    }

    record Meta(String nombre) {}

    record Otra(String nombre) {}

    static class Pares {
        @Asset
        Relation tabla() {
            return Relation.rows("n");
        }

        @Asset
        Path archivo() {
            return Path.of("x");
        }

        @Asset
        Meta meta() {
            return new Meta("x");
        }

        @Asset
        void nada() {}

        @Asset
        void lee(Path tabla, Relation archivo, Otra meta, JsonNode nada) {}
    }

    @Test
    void an_impossible_pair_of_types_says_what_it_could_be_read_as() {
        List<String> problems = Given.problemsOf(new Pares());

        assertThat(problems).hasSize(4).allMatch(problem -> problem.startsWith("Pares.lee: "));
        assertThat(problems.get(0)).contains("\"tabla\" as Path", "returns Relation", "Relation, Table, List<record>");
        assertThat(problems.get(1)).contains("\"archivo\" as Relation", "returns Path");
        assertThat(problems.get(2)).contains("\"meta\" as Otra", "returns Meta", "Meta, JsonNode");
        assertThat(problems.get(3)).contains("\"nada\"", "Void");
    }

    static class Tipos {
        @Asset
        int numero() {
            return 1;
        }

        @Asset
        List<String> textos() {
            return List.of();
        }

        @Asset(tags = "oro")
        void marca() {}
    }

    @Test
    void a_type_that_no_asset_may_have_and_a_tag_without_a_value() {
        assertThat(Given.problemsOf(new Tipos()))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("Tipos.numero: ", "type int;", "Relation"))
                .anySatisfy(problem -> assertThat(problem).contains("Tipos.textos: ", "type List<String>;"))
                .anySatisfy(problem -> assertThat(problem).contains("Tipos.marca: ", "\"oro\"", "key=value"));
    }

    static class ChecksMalos {
        @Check
        CheckResult nadaQueJuzgar() {
            return CheckResult.passed();
        }

        @Check
        boolean otroTipo(Relation ventas) {
            return true;
        }

        @Check
        CheckResult noEsAsset(Relation ventsa) {
            return CheckResult.passed();
        }

        @Check
        CheckResult primeroLaCorrida(Run run, Relation ventas) {
            return CheckResult.passed();
        }
    }

    @Test
    void a_check_that_judges_nothing_or_returns_no_verdict() {
        assertThat(Given.problemsOf(new ChecksMalos(), Given.asset("ventas")))
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).contains("ChecksMalos.nadaQueJuzgar: ", "no parameter"))
                .anySatisfy(problem -> assertThat(problem).contains("ChecksMalos.otroTipo: ", "boolean", "CheckResult"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("ChecksMalos.noEsAsset: ", "\"ventsa\"", "did you mean \"ventas\""))
                .anySatisfy(problem -> assertThat(problem).contains("ChecksMalos.primeroLaCorrida: ", "\"run\""));
    }

    static class Vacia {
        void ventas() {}
    }

    @Test
    void a_class_that_declares_nothing_says_so() {
        assertThat(Given.problemOf(new Vacia())).startsWith("Vacia: ").contains("@Asset", "@Check");
    }
}
