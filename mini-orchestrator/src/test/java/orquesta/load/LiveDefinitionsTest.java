package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.definition.Pipeline;
import orquesta.text.Language;
import orquesta.text.UserException;

class LiveDefinitionsTest {
    @TempDir
    Path folder;

    private Path file;

    private LiveDefinitions tienda() throws IOException {
        Path sources = folder.resolve("tienda");
        file = Fuentes.write(sources, Fuentes.TIENDA);
        DefinitionLoader loader = new DefinitionLoader(folder.resolve("compiled"));
        return new LiveDefinitions(sources, () -> loader.load(sources));
    }

    private static List<String> keys(LiveDefinitions definitions) {
        return definitions.now().pipeline().orElseThrow().graph().keys().stream()
                .map(key -> key.name())
                .toList();
    }

    private void edit(String what, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replace(what, by));
    }

    @Test
    void a_change_of_a_file_is_a_new_version() throws IOException {
        try (LiveDefinitions definitions = tienda()) {
            assertThat(keys(definitions)).containsExactly("ingresos_totales", "ventas");

            edit("Relation ingresosTotales(", "Relation ingresos(");
            edit("*ingresos_totales", "*ingresos");
            definitions.look();

            assertThat(keys(definitions)).containsExactly("ingresos", "ventas");
            assertThat(definitions.now().number()).isEqualTo(2);
        }
    }

    @Test
    void each_method_is_found_where_it_is_written_now() throws IOException {
        try (LiveDefinitions definitions = tienda()) {
            assertThat(definitions.places().get("Tienda.sinNegativos"))
                    .isEqualTo(new SourcePlace("Tienda.java", 17, 16, """
                    @Check
                    CheckResult sinNegativos(Relation ventas) {
                        return CheckResult.noRows("a negative sale", ventas.where("monto < 0"));
                    }"""));

            edit("public class", "\n\npublic class");
            definitions.look();
            assertThat(definitions.places().get("Tienda.sinNegativos").at()).isEqualTo("Tienda.java:19");

            edit("as total\");", "as total\")");
            definitions.look();
            assertThat(definitions.now().problems()).isNotEmpty();
            assertThat(definitions.places().get("Tienda.sinNegativos").at())
                    .as("in a file that does not compile")
                    .isEqualTo("Tienda.java:19");
        }
    }

    @Test
    void without_a_change_nothing_is_loaded_again() throws IOException {
        try (LiveDefinitions definitions = tienda()) {
            Pipeline before = definitions.now().pipeline().orElseThrow();

            definitions.look();

            assertThat(definitions.now().pipeline()).containsSame(before);
        }
    }

    @Test
    void a_broken_edit_keeps_the_last_good_version_and_says_file_line_and_source_until_it_is_repaired()
            throws IOException {
        try (LiveDefinitions definitions = tienda()) {
            edit("return ventas.select(", "return vents.select(");
            definitions.look();

            assertThat(keys(definitions)).containsExactly("ingresos_totales", "ventas");
            assertThat(definitions.now().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.in(Language.EN))
                            .startsWith("Tienda.java:13: ")
                            .contains("cannot find symbol", "return vents.select(", "^"));

            edit("return vents.select(", "return ventas.select(");
            definitions.look();

            assertThat(definitions.now().problems()).isEmpty();
            assertThat(definitions.now().number()).isEqualTo(3);
        }
    }

    @Test
    void files_that_are_broken_from_the_start_give_no_pipeline_but_their_problems() throws IOException {
        Path sources = folder.resolve("rota");
        Fuentes.write(sources, "class Rota { int x = ; }");
        DefinitionLoader loader = new DefinitionLoader(folder.resolve("compiled"));

        try (LiveDefinitions definitions = new LiveDefinitions(sources, () -> loader.load(sources))) {
            assertThat(definitions.now().pipeline()).isEmpty();
            assertThat(definitions.now().problems()).isNotEmpty();
        }
    }

    @Test
    void a_failure_that_is_no_sentence_of_ours_becomes_a_problem() {
        LiveDefinitions.Version version;
        try (LiveDefinitions definitions = new LiveDefinitions(folder, () -> {
            throw new NoClassDefFoundError("otra/Clase");
        })) {
            version = definitions.now();
        }

        assertThat(version.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.in(Language.ES)).contains("otra/Clase"));
    }

    @Test
    void watching_finds_a_change_by_itself() throws Exception {
        Path source = Files.writeString(folder.resolve("A.java"), "one");
        CountDownLatch loads = new CountDownLatch(2);
        try (LiveDefinitions definitions = new LiveDefinitions(folder, () -> {
            loads.countDown();
            return Given.pipeline(Given.assets("a"));
        })) {
            definitions.watch();
            Files.writeString(source, "two");

            assertThat(loads.await(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        }
    }

    @Test
    void problems_of_definitions_are_told_like_those_of_the_compiler() throws IOException {
        try (LiveDefinitions definitions = new LiveDefinitions(folder, () -> {
            throw new UserException("Ventas.x", "asset.twice", "a", "b");
        })) {
            assertThat(definitions.now().problems().get(0).element()).isEqualTo("Ventas.x");
        }
    }
}
