package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.definition.Pipeline;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.retention.Retention;
import pruebas.Muchas;

/**
 * Real processes, killed at moments that a seed chooses, judged from outside by files and tables. {@code -Dorquesta.kills=500}
 * kills more.
 */
@DisabledOnOs(OS.WINDOWS)
class KillsTest {
    private static final String NEWEST =
            "published in (select max(published) from materialization group by pipeline, asset, partition)";

    private static final int KILLS = Integer.getInteger("orquesta.kills", 30);

    @TempDir
    Path home;

    @Test
    @Timeout(3_600)
    void what_was_published_stays_whole_each_state_is_explained_and_a_rerun_goes_on() throws Exception {
        Random chance = new Random(20261129);
        for (int kill = 0; kill < KILLS; kill++) {
            killOne(chance.nextInt(450)); // several runs long
            try (Orchestrator orchestrator = Orchestrator.at(home)) {
                judge();
                goOn(orchestrator);
                orchestrator.cleaning().clean(Retention.USUAL);
                judgeCleaned();
            }
        }
    }

    private void killOne(long millis) throws Exception {
        Path out = home.resolve("out");
        Process process = Child.program(Muchas.class, out, home, 100_000);
        while (!Files.readString(out).contains(" ok") && process.isAlive()) {
            Thread.sleep(5); // until it has done its first run
        }
        Thread.sleep(millis);
        assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
        process.destroyForcibly().waitFor();
    }

    private void judge() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            assertThat(texts(statement, "select run from run where status = 'running'"))
                    .isEmpty();
            assertThat(texts(
                            statement,
                            "select run || step from step where state in ('planned', 'waiting', 'running')"
                                    + " or reason = '' or cause = 0"))
                    .isEmpty();
            assertThat(texts(
                            statement,
                            "select asset || run from materialization where published is not null"
                                    + " group by asset, run having count(*) > 1"))
                    .as("published twice")
                    .isEmpty();
            String locations = "select json_extract(value, '$.location') from materialization where ";
            Set<String> published = texts(statement, locations + "published is not null and cleaned is null");
            Set<String> newest = texts(statement, locations + NEWEST);
            assertThat(published).containsAll(newest);
            assertThat(files())
                    .containsAll(published)
                    .as("left over")
                    .isSubsetOf(texts(statement, locations + "removed is null"));
        }
    }

    /** Of three assets, ten values each at most, and nothing else on the disk. */
    private void judgeCleaned() throws SQLException, IOException {
        judge();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            assertThat(texts(
                            statement, "select seq from materialization where cleaned is not null and removed is null"))
                    .isEmpty();
            assertThat(texts(
                            statement,
                            "select asset from materialization where cleaned is null group by asset"
                                    + " having count(distinct run) > 10"))
                    .isEmpty();
        }
        assertThat(files()).hasSizeLessThanOrEqualTo(30);
    }

    private Set<String> files() throws IOException {
        Path data = home.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> texts(Statement statement, String question) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The run that was killed, if one was, done again from its failure. */
    private void goOn(Orchestrator orchestrator) {
        Pipeline pipeline = Muchas.pipeline(home);
        List<RunRecord> newest = orchestrator.history().runs(1);
        if (newest.get(0).status() == RunStatus.CRASHED) {
            RunRequest again = orchestrator.again(pipeline, newest.get(0).id().number(), true, Clock.systemUTC());
            assertThat(orchestrator.run(pipeline, again).run().status()).isEqualTo(RunStatus.OK);
        }
    }
}
