package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.OwnJvm;
import orquesta.load.Fuentes;
import orquesta.testkit.TestHome;

/** What only a process of its own can show: what its environment does to it, and which classes it loads. */
class ProcessTest {
    @TempDir
    Path temp;

    /** Runs {@code kit ls tienda} in a new JVM that stands in the folder and logs the classes that it loads. */
    private Console ls(Path classesLoaded, Map<String, String> environment) throws Exception {
        return kit(classesLoaded, environment, "ls", "tienda");
    }

    private Console kit(Path classesLoaded, Map<String, String> environment, String... words) throws Exception {
        List<String> command = OwnJvm.command("-Xlog:class+load:file=" + classesLoaded, "orquesta.cli.Main");
        command.addAll(List.of(words));
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ORQUESTA"));
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Console(exit, Files.readString(out), Files.readString(err));
    }

    @Test
    void the_environment_counts_where_it_should_and_a_second_start_loads_no_compiler() throws Exception {
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA);
        TestHome.in(temp.resolve("my-home")).close();
        Path first = temp.resolve("first.log");
        Path second = temp.resolve("second.log");
        Map<String, String> environment =
                Map.of("CLASSPATH", "/nowhere", "ORQUESTA_HOME", "my-home", "ORQUESTA_LANG", "es");

        Console compiling = ls(first, environment);
        Console cached = ls(second, environment);

        assertThat(compiling.exit()).as(compiling.err()).isZero();
        assertThat(compiling.out()).contains("ingresos_totales", "chequeos").isEqualTo(cached.out());
        assertThat(temp.resolve("my-home").resolve("compiled")).isNotEmptyDirectory();
        assertThat(loaded(first, "com.sun.tools.javac")).isTrue();
        assertThat(loaded(second, "com.sun.tools.javac")).isFalse();
        assertThat(loaded(second, "org.duckdb")).isFalse();
        assertThat(loaded(second, "orquesta.load.DefinitionLoader")).isTrue();
    }

    private static final String LEAKING =
            "import orquesta.asset.*; import orquesta.definition.*; import orquesta.resource.*;"
                    + " public class Tienda {"
                    + " static class Api implements AutoCloseable { final String key = Environment.require(\"API_KEY\");"
                    + " public void close() { throw new IllegalStateException(\"not closed: \" + key); } }"
                    + " @Asset Relation a(Api api) { System.out.println(\"key=\" + api.key);"
                    + " throw new IllegalStateException(\"refused: \" + api.key); }"
                    + " @Asset Relation b(Api api) { return Relation.csv(api.key + \"/x.csv\"); }"
                    + " public static Definitions definitions() { return Definitions.of(new Tienda())"
                    + ".resource(\"api\", Resource.of(Api::new)); } }";

    @Test
    void what_the_environment_holds_stands_in_no_log_reason_or_event_even_if_the_code_prints_it() throws Exception {
        Fuentes.write(temp.resolve("tienda"), LEAKING);
        Map<String, String> environment = Map.of("API_KEY", "s3cr3t-w0rd", "ORQUESTA_HOME", "my-home");

        Console run = kit(temp.resolve("classes.log"), environment, "run", "tienda");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("key=${API_KEY}", "refused: ${API_KEY}", "not closed: ${API_KEY}", "${API_KEY}/x.csv");
        assertThat(run.err() + run.out()).doesNotContain("s3cr3t");
        try (Stream<Path> files = Files.walk(temp.resolve("my-home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("s3cr3t");
            }
        }
    }

    @Test
    void where_there_is_no_home_a_list_of_assets_leaves_nothing_behind() throws Exception {
        Fuentes.write(temp.resolve("tienda"), Fuentes.TIENDA);
        Path own = Files.createDirectory(temp.resolve("tmp"));

        Console listed =
                ls(temp.resolve("log"), Map.of("ORQUESTA_LANG", "en", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + own));

        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("ingresos_totales");
        assertThat(temp.resolve(".orquesta")).doesNotExist();
        try (Stream<Path> left = Files.list(own)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("orquesta-"));
        }
    }

    private static boolean loaded(Path log, String name) throws IOException {
        return Files.readString(log).contains(name);
    }
}
