package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pruebas.CadaSegundo;

/**
 * Two daemons on one home, killed at moments that a seed chooses, judged from the tables alone: each second since the first
 * tick has one, and each tick one run. {@code -Dorquesta.kills=500} kills more.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class DaemonKillsTest {
    private static final int KILLS = Math.max(1, Integer.getInteger("orquesta.kills", 10) / 3);

    @TempDir
    Path home;

    @Test
    @Timeout(3_600)
    void no_tick_is_lost_and_none_starts_two_runs() throws Exception {
        Random chance = new Random(20261129);
        for (int kill = 0; kill < KILLS; kill++) {
            Path out = Files.createFile(home.resolve("out" + kill));
            Process one = Child.program(CadaSegundo.class, out, home);
            Process other = Child.program(CadaSegundo.class, Files.createTempFile(home, "other", ""), home);
            try {
                while (!Files.readString(out).contains(" ended: ok") && one.isAlive() && other.isAlive()) {
                    Thread.sleep(5);
                }
                Thread.sleep(chance.nextInt(1_500));
                assertThat(one.isAlive()).as(Files.readString(out)).isTrue();
            } finally {
                one.destroyForcibly().waitFor();
                other.destroyForcibly().waitFor();
            }
        }
        Orchestrator.at(home).close(); // runs whose process is gone are crashed now

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            List<Long> ticks = numbers(statement, "select due / 1000 from tick order by due");
            assertThat(ticks).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            assertThat(ticks.get(ticks.size() - 1) - ticks.get(0))
                    .as("a tick for each second")
                    .isEqualTo(ticks.size() - 1);
            assertThat(numbers(statement, "select tick / 1000 from run order by tick"))
                    .isEqualTo(ticks);
            assertThat(numbers(statement, "select run from run where status not in ('ok', 'crashed')"))
                    .isEmpty();
            assertThat(numbers(statement, "select run from run where status = 'ok'"))
                    .isNotEmpty();
        }
    }

    private static List<Long> numbers(Statement statement, String question) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
