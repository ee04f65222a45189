package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S3, apart from its fixtures: what is a file or a database, and what is only the name of one. */
class EdgesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(1)",
                "java.nio.file.Path.of(\"a\").getFileName()",
                "java.net.URI.create(\"http://a\").getHost()",
                "new java.io.StringReader(\"a\").read()",
                "orquesta.asset.Relation.rows(\"a\", \"1\")",
            })
    void names_and_texts_pass(String statement) throws IOException {
        assertThat(breach(statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.nio.file.Files.readString(null) | java.nio.file.Files",
                "new java.io.PrintStream(\"a\").println() | java.io.PrintStream",
                "new java.io.PrintWriter(\"a\").println() | java.io.PrintWriter",
                "new java.util.Scanner(System.in).next() | java.",
                "java.sql.DriverManager.getConnection(\"a\") | java.sql.",
                "com.sun.net.httpserver.HttpServer.create().start() | com.sun.net.",
                "Runtime.getRuntime().exec(\"ls\") | java.lang.Runtime.exec",
                "orquesta.asset.Relation.csv(\"a.csv\") | orquesta.asset.Relation.csv",
                "orquesta.asset.Relation.parquet(\"a.parquet\") | orquesta.asset.Relation.parquet",
            })
    void what_touches_files_ports_and_databases_is_caught(String statement, String what) throws IOException {
        assertThat(breach(statement).orElseThrow().what()).startsWith(what);
    }

    private Optional<Transformations.Breach> breach(String statement) throws IOException {
        return Edges.first(Compiled.statement(statement, folder));
    }
}
