package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.event.RunId;

/** A cleaning after a run reads what is kept, never all that ever was: it costs the same after a hundred thousand runs. */
@Tag("once")
class ValueQueriesTest {
    @TempDir
    Path folder;

    @Test
    void no_question_of_a_cleaning_reads_a_whole_table() throws SQLException {
        Path file = folder.resolve("orquesta.db");
        new SqliteStore(file, Clock.systemUTC()).close();
        List<String> asked = new ArrayList<>();
        try (Connection connection = new Database(file).reader();
                History watched = new History(() -> Remembering.of(connection, asked), new Rows(new EventCodec()))) {
            ValueQueries queries = new ValueQueries(watched);
            queries.keptOf(new RunId("p", 1));
            queries.kept();
            queries.bytes();
            queries.unremoved();
            queries.readers(List.of("p"), 10);
            new CleanedValues(watched).of(1);
            new CleanedValues(watched).of(new RunId("p", 1));

            assertThat(asked).hasSize(8);
            for (String sql : asked) {
                assertThat(plan(connection, sql))
                        .as(sql)
                        .filteredOn(step -> step.startsWith("SCAN"))
                        .allMatch(ValueQueriesTest::isShort);
            }
            assertThat(plan(connection, asked.get(0)))
                    .anyMatch(step -> step.contains("COVERING INDEX materialization_kept"));
        }
    }

    /** Indexes that hold only what is kept, what waits to be removed, or what goes on; and rows that were found before. */
    private static boolean isShort(String step) {
        return step.contains("materialization_kept")
                || step.contains("materialization_unremoved")
                || step.contains("run_unfinished")
                || step.matches("SCAN (w|newest|r)");
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("explain query plan " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
