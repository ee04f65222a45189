package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.OwnJvm;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.testkit.TestHome;

/** What a query may take of the machine. */
@Tag("once")
class DuckLimitsTest {
    private static final long MIB = 1024L * 1024;

    @Test
    void a_query_takes_at_most_40_percent_of_the_memory_or_800_mib_and_what_does_not_fit_goes_to_the_home()
            throws SQLException {
        try (TestHome home = TestHome.create()) {
            home.run(Definitions.of(AssetDefinition.named("a")
                    .computedBy(
                            in -> Relation.sql("select parse_formatted_bytes(current_setting('memory_limit')) as m, "
                                    + "current_setting('temp_directory') as t"))));

            String[] limits = home.lines("a").get(0).split(",", 2);
            assertThat(Double.parseDouble(limits[0]))
                    .isPositive()
                    .isLessThanOrEqualTo(800.0 * MIB)
                    .isLessThanOrEqualTo(0.41 * memory());
            assertThat(limits[1]).isEqualTo(home.folder().resolve("tmp").toString());
        }
    }

    @Test
    void a_query_works_on_the_processors_that_the_process_may_use(@TempDir Path folder) throws Exception {
        List<String> command = OwnJvm.command("-XX:ActiveProcessorCount=3", Threads.class.getName(), folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.strip()).isEqualTo("3");
    }

    /** Prints how many threads DuckDB has in a process that may use some of the machine's processors. */
    static final class Threads {
        private Threads() {}

        public static void main(String[] args) throws SQLException {
            try (Duck duck = new Duck(Path.of(args[0]));
                    Session session = duck.session()) {
                System.out.println(session.<Long>direct(Threads::of));
            }
        }

        private static long of(Statement statement) throws SQLException {
            try (ResultSet threads = statement.executeQuery("select current_setting('threads')")) {
                threads.next();
                return threads.getLong(1);
            }
        }
    }

    /** DuckDB takes 80 % of it where nobody says anything. */
    private static double memory() throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet limit =
                        statement.executeQuery("select parse_formatted_bytes(current_setting('memory_limit'))")) {
            limit.next();
            return limit.getDouble(1) / 0.8;
        }
    }
}
