package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformationsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.out.println(1)",
                "\"ñ\".getBytes(java.nio.charset.StandardCharsets.UTF_8)",
                "new java.io.PrintWriter(new java.io.StringWriter()).println(1)",
                "java.util.stream.Stream.of(1).map(x -> x + 1).toList()",
                "String.format(\"%d\", 1)",
                "new java.util.TreeMap<String, Integer>().merge(\"a\", 1, Integer::sum)",
            })
    void printing_texts_and_collections_pass(String statement) throws IOException {
        assertThat(breach(statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.nio.file.Files.readString(java.nio.file.Path.of(\"a\")) | java.nio.file",
                "new java.io.File(\"a\").delete() | java.io.File",
                "new java.io.PrintWriter(\"a\").println() | java.io.PrintWriter",
                "new java.io.PrintStream(\"a\").println() | java.io.PrintStream",
                "new java.util.Scanner(\"a\").next() | java.util.Scanner",
                "new java.net.Socket(\"a\", 1).close() | java.net.Socket",
                "Class.forName(\"java.io.File\") | java.lang.Class.forName",
                "Object.class.getResourceAsStream(\"/a\") | java.lang.Class.getResourceAsStream",
                "new ProcessBuilder(\"ls\").start() | java.lang.ProcessBuilder",
                "java.lang.invoke.MethodHandles.publicLookup().findClass(\"java.i\" + \"o.File\") | java.lang.invoke.MethodHandles.publicLookup",
                "java.util.logging.Logger.getLogger(\"a\").info(\"b\") | java.util.logging",
                "System.getenv(\"HOME\") | java.lang.System.getenv",
                "System.getProperty(\"user.dir\") | java.lang.System.getProperty",
                "System.in.read() | java.io.InputStream",
                "java.util.ResourceBundle.getBundle(\"a\") | java.util.ResourceBundle",
                "String.class.newInstance() | java.lang.Class.newInstance",
                "String.class.getDeclaredConstructor().newInstance() | java.lang.reflect.Constructor",
                "Thread.currentThread().getContextClassLoader().loadClass(\"a\") | java.lang.ClassLoader",
                "javax.sound.sampled.AudioSystem.getMixerInfo() | javax.sound",
                "orquesta.asset.Relation.csv(\"a.csv\") | orquesta.asset.Relation.csv",
                "orquesta.asset.Relation.json(\"a.json\") | orquesta.asset.Relation.json",
                "orquesta.asset.Relation.parquet(\"a.parquet\") | orquesta.asset.Relation.parquet",
                "new java.beans.Expression(1, \"wait\", null).execute() | java.beans.Expression",
                "com.sun.net.httpserver.HttpServer.create().start() | com.sun.net.httpserver.HttpServer",
            })
    void files_ports_programs_and_reflection_are_caught_with_their_line(String statement, String what)
            throws IOException {
        Transformations.Breach breach = breach(statement).orElseThrow();

        assertThat(breach.what()).startsWith(what);
        assertThat(breach.place()).startsWith("A.java");
        assertThat(breach.touchesJvm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "System.exit(0)",
        "System.setOut(System.err)",
        "System.setErr(System.out)",
        "System.setIn(System.in)",
        "'System.setProperty(\"a\", \"b\")'",
        "System.clearProperty(\"a\")",
        "java.util.Locale.setDefault(java.util.Locale.ROOT)",
        "java.util.TimeZone.setDefault(null)",
        "System.loadLibrary(\"a\")",
        "Runtime.getRuntime().availableProcessors()",
        "Runtime.getRuntime().halt(1)",
    })
    void what_ends_or_changes_the_jvm_is_caught_and_told_apart_from_files(String statement) throws IOException {
        assertThat(breach(statement).orElseThrow().touchesJvm()).isTrue();
    }

    private Optional<Transformations.Breach> breach(String statement) throws IOException {
        return Transformations.first(Compiled.statement(statement, folder));
    }
}
