package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.asset.AssetKey;
import orquesta.definition.Pipeline;

class DefinitionLoaderTest {
    @TempDir
    Path temp;

    private Path folder;
    private Path home;

    @BeforeEach
    void set_up() {
        folder = temp.resolve("tienda");
        home = temp.resolve("home");
    }

    private Pipeline load() {
        return new DefinitionLoader(home.resolve("compiled")).load(folder);
    }

    private String assets() {
        return load().graph().keys().stream().map(AssetKey::name).collect(Collectors.joining(" "));
    }

    private List<Path> compiled() throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve("compiled"))) {
            return entries.sorted().toList();
        }
    }

    @Test
    void a_folder_of_sources_is_a_pipeline_of_its_name() throws IOException {
        Fuentes.write(folder, Fuentes.TIENDA);

        Pipeline pipeline = load();

        assertThat(pipeline.name()).isEqualTo("tienda");
        assertThat(assets()).isEqualTo("ingresos_totales ventas");
        assertThat(pipeline.checksOf(Given.key("ventas"))).hasSize(1);
        assertThat(pipeline.jobs()).containsOnlyKeys("diario");
    }

    @Test
    void files_of_one_folder_and_of_those_in_it_know_each_other() throws IOException {
        Fuentes.write(folder, Fuentes.definitions("Todo", "return Definitions.of(adentro.Partes.una());"));
        Fuentes.write(
                folder.resolve("adentro"),
                "package adentro; import orquesta.asset.*; public class Partes { public static AssetDefinition una() {"
                        + " return AssetDefinition.named(\"una\").computedBy(inputs -> null); } }");

        assertThat(assets()).isEqualTo("una");
    }

    @Test
    void what_did_not_change_is_compiled_once() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        load();
        Path kept = compiled().get(0);
        Path other = temp.resolve("otra_tienda");
        Fuentes.write(other, Fuentes.oneAsset("Una", "segunda"));
        new DefinitionLoader(temp.resolve("elsewhere")).load(other);
        Path otherClass = only(temp.resolve("elsewhere")).resolve("Una.class");
        Files.write(kept.resolve("Una.class"), Files.readAllBytes(otherClass));

        assertThat(assets()).as("taken from the cache, not compiled anew").isEqualTo("segunda");
        assertThat(compiled()).containsExactly(kept);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst().orElseThrow();
        }
    }

    @Test
    void a_source_that_changed_is_compiled_again() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        assertThat(assets()).isEqualTo("primera");

        Fuentes.write(folder, Fuentes.oneAsset("Una", "segunda"));

        assertThat(assets()).isEqualTo("segunda");
        assertThat(compiled()).hasSize(2);
    }

    @Test
    void another_class_path_is_compiled_for_anew() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        load();
        String before = System.getProperty("java.class.path");
        Path more = Files.writeString(temp.resolve("more.jar"), "");
        System.setProperty("java.class.path", before + File.pathSeparator + more);
        try {
            load();
            assertThat(compiled()).hasSize(2);
            Files.writeString(more, "another version of it");
            load();
            assertThat(compiled()).hasSize(3);
        } finally {
            System.setProperty("java.class.path", before);
        }
        load();
        assertThat(compiled()).hasSize(3);
    }

    @Test
    void what_one_jdk_compiled_is_not_taken_by_another_nor_for_sources_elsewhere() throws IOException {
        Path una = Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        Path copy = Fuentes.write(temp.resolve("copia"), Fuentes.oneAsset("Una", "primera"));
        Path cache = temp.resolve("compiled");

        Path now = new SourceCompiler(cache).classes(List.of(una));

        assertThat(new SourceCompiler(cache).classes(List.of(una))).isEqualTo(now);
        assertThat(new SourceCompiler(cache, "17.0.0+1").classes(List.of(una))).isNotEqualTo(now);
        assertThat(new SourceCompiler(cache).classes(List.of(copy))).isNotEqualTo(now);
    }

    @Test
    void a_source_that_came_or_went_changes_what_there_is() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        assertThat(assets()).isEqualTo("primera");
        Path second = Fuentes.write(folder, Fuentes.oneAsset("Dos", "segunda"));
        assertThat(Given.problem(this::load)).contains("Dos, Una");

        Files.delete(second);

        assertThat(assets()).isEqualTo("primera");
    }

    @Test
    void a_compile_error_is_told_with_file_line_and_the_compilers_sentence_and_shows_the_place() throws IOException {
        Fuentes.write(folder, "public class Mala {\n    int x = \"no\";\n    void f() { return 1; }\n}\n");
        Fuentes.write(folder, "class Peor {\n\n    Nada nada;\n}\n");

        List<String> problems = Given.problems(this::load);

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0))
                .startsWith("Mala.java:2: incompatible types: ")
                .contains(
                        "String cannot be converted to int\n    int x = \"no\";\n            ^\n    The value has a different type");
        assertThat(problems.get(1)).startsWith("Mala.java:3: ").contains("unexpected return value", "return 1;");
        assertThat(problems.get(2)).startsWith("Peor.java:3: ").contains("cannot find symbol", "Nada nada;");
    }

    @Test
    void a_forgotten_import_is_named() throws IOException {
        Fuentes.write(folder, "class Mala {\n  @Asset int a() { return 1; }\n  java.util.List<Tabla> b;\n}\n");

        List<String> problems = Given.problems(this::load);

        assertThat(problems.get(0)).endsWith("add it at the top of the file: import orquesta.asset.Asset;");
        assertThat(problems.get(1)).endsWith("a variable that exists only inside other braces.");
    }

    @Test
    void a_check_that_asks_for_retries_is_refused_in_one_sentence() throws IOException {
        Fuentes.write(
                folder,
                "import orquesta.asset.*;\nclass Mala {\n  @Check(retries = @Retry(times = 2))\n"
                        + "  CheckResult a(Relation b) { return null; }\n"
                        + "  @Retry(times = 2)\n  @Check CheckResult c(Relation b) { return null; }\n}\n");

        List<String> problems = Given.problems(this::load);

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .startsWith("Mala.java:3: ")
                .contains("A check has no retries, no limit and no pool");
        assertThat(problems.get(1))
                .startsWith("Mala.java:5: ")
                .contains("@Retry inside an asset", "a check is never retried");
    }

    @Test
    void a_long_line_is_cut_around_the_place_and_a_tab_does_not_move_the_mark() throws IOException {
        String deep = "\t\t\t\t\t";
        Fuentes.write(
                folder,
                "class Mala {\n" + deep + "String s = " + "\"abc\" + ".repeat(40) + "nada + " + "\"xyz\" + ".repeat(40)
                        + "\"\";\n" + deep + "int x =\t\"no\";\r\n}\n");

        List<String> problems = Given.problems(this::load);

        List<String> cut =
                problems.get(0).lines().filter(line -> line.startsWith("    ")).toList();
        assertThat(cut.get(0))
                .startsWith("    …")
                .contains("nada")
                .endsWith("…")
                .hasSize(4 + 1 + 70 + 1);
        assertThat(cut.get(0).substring(cut.get(1).indexOf('^'))).startsWith("nada");
        assertThat(problems.get(1)).contains("\n    int x = \"no\";\n            ^\n    The value");
    }

    @Test
    void a_broken_edit_leaves_nothing_behind_and_the_mended_one_works() throws IOException {
        Fuentes.write(folder, "public class Una { int x = ; }");
        assertThat(Given.problems(this::load)).isNotEmpty();
        assertThat(compiled()).isEmpty();

        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));

        assertThat(assets()).isEqualTo("primera");
    }

    @Test
    void errors_come_in_the_order_of_the_lines() throws IOException {
        Fuentes.write(folder, "class Una {\n Nada a;\n int b;\n\n\n\n\n\n\n Nada c;\n}\n");

        assertThat(Given.problems(this::load))
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly("Una.java:2", "Una.java:10");
    }

    @Test
    void system_exit_is_found_in_every_class_of_the_folder() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        Fuentes.write(folder, "class Ayuda {\n    static void fin() {\n        System.exit(3);\n    }\n}\n");

        assertThat(Given.problem(this::load)).startsWith("Ayuda.java:3: ").contains("System.exit", "run.skip");
        assertThat(compiled()).isEmpty();
    }

    @Test
    void a_class_of_the_same_name_on_the_class_path_loses() throws IOException {
        Fuentes.write(folder, "package orquesta.load; " + Fuentes.oneAsset("SameName", "from_the_folder"));

        assertThat(assets()).isEqualTo("from_the_folder");
    }

    @Test
    void an_accent_in_a_source_is_read_as_utf_8() throws IOException {
        Path source = Fuentes.write(folder, Fuentes.TIENDA);
        assertThat(Files.readString(source, StandardCharsets.UTF_8)).contains("'té'");

        assertThat(assets()).isEqualTo("ingresos_totales ventas");
    }

    @Test
    void two_that_load_the_same_new_folder_at_once_both_get_it() throws Exception {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> loading = () -> {
            together.await();
            return assets();
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<String> loaded : threads.invokeAll(List.of(loading, loading))) {
                assertThat(loaded.get()).isEqualTo("primera");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(compiled()).hasSize(1);
    }
}
