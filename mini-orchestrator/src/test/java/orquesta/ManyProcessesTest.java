package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pruebas.Muchas;

/** Several processes at work on one home, judged from outside: by what the tables of the home hold, read without our code. */
@Tag("once")
class ManyProcessesTest {
    private static final int PROCESSES = 4;
    private static final int RUNS = Integer.getInteger("orquesta.runs", 50);

    @TempDir
    Path home;

    @Test
    @Timeout(600)
    void no_event_is_lost_no_output_mixed_no_asset_computed_twice_at_once_and_pools_are_kept() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(Child.program(Muchas.class, home.resolve("out-" + i), home, RUNS));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            long all = (long) PROCESSES * RUNS;
            assertThat(number(statement, "select count(*) from run where status = 'ok'"))
                    .isEqualTo(all);
            assertThat(number(statement, "select count(distinct run) from event where type = 'run_ended'"))
                    .isEqualTo(all);
            assertThat(number(statement, "select max(seq) - count(*) from event"))
                    .isZero();
            assertThat(number(statement, "select count(*) from event where type = 'published'"))
                    .isEqualTo(3 * all);
            assertThat(number(
                            statement,
                            "select count(*) from log_chunk where text <> 'run ' || run || char(10) and step <> ''"))
                    .isZero();
            assertThat(number(statement, "select count(*) from log_chunk")).isEqualTo(3 * all);
            assertNothingTwiceAtOnce(statement);
        }
    }

    /** In the order of all events: who computes an asset between its start and its value, and how many places are taken. */
    private static void assertNothingTwiceAtOnce(Statement statement) throws SQLException {
        Map<String, Long> computing = new HashMap<>();
        Set<String> places = new HashSet<>();
        try (ResultSet events = statement.executeQuery(
                "select run, step, type, json_extract(data, '$.state') as state from event where step <> '' order by"
                        + " seq")) {
            while (events.next()) {
                long run = events.getLong("run");
                String step = events.getString("step");
                if ("RUNNING".equals(events.getString("state"))) {
                    assertThat(computing.put(step, run))
                            .as("%s is computed by two runs", step)
                            .isNull();
                    places.add(run + step);
                    assertThat(places).as("places of the pool").hasSizeLessThanOrEqualTo(2);
                } else if (events.getString("type").equals("materialized")) {
                    computing.remove(step);
                    places.remove(run + step);
                }
            }
        }
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
