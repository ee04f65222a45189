package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.resource.ValuePlace;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import pruebas.Muchas;

/** Processes that die while they write to PostgreSQL, judged from outside by both databases. */
@Tag("once")
class PostgresCrashTest {
    private static final int KILLS = Integer.getInteger("orquesta.kills", 3);
    private static final ValuePlace HERE = ValuePlace.postgres(PostgresForTests.VARIABLE);

    @TempDir
    Path home;

    private PostgresForTests server;

    @BeforeEach
    void open() throws SQLException {
        server = PostgresForTests.empty();
    }

    @AfterEach
    void close() throws Exception {
        server.show();
    }

    private static Definitions temprano(String text) {
        return Definitions.of(AssetDefinition.named("temprano").computedBy(in -> Relation.rows("v", "'" + text + "'")))
                .values(HERE);
    }

    private void publishAndDie() throws Exception {
        try (TestHome before = TestHome.in(home)) {
            before.run(temprano("viejo"));
        }
        try (Child child = Child.start(home, "halt after publishing in " + PostgresForTests.VARIABLE)) {
            assertThat(child.exit()).isEqualTo(137);
        }
        assertThat(server.texts("select v from test.temprano")).containsExactly("viejo");
    }

    @Test
    void what_was_published_and_not_yet_shown_is_shown_at_the_next_start() throws Exception {
        publishAndDie();

        try (TestHome next = TestHome.in(home)) {
            assertThat(server.texts("select v from test.temprano")).containsExactly("temprano");
            assertThat(next.lines("temprano")).containsExactly("temprano");
            assertThat(next.orchestrator().leftovers()).isEmpty();
            assertThat(next.history().undelivered()).isEmpty();
        }
    }

    @Test
    void a_start_without_the_server_says_what_waits_and_the_one_after_it_goes_on() throws Exception {
        publishAndDie();
        server.hide();

        try (TestHome next = TestHome.in(home)) {
            assertThat(next.orchestrator().leftovers()).hasSize(1);
            assertThat(next.orchestrator().leftovers().get(0).in(Language.EN))
                    .startsWith("run 2 published temprano, but what it wrote still waits in postgres:")
                    .contains("cannot be used: Connection to 127.0.0.1:1 refused; remove what is in the way")
                    .doesNotContain("Exception");
        }
        server.show();
        try (TestHome next = TestHome.in(home)) {
            assertThat(server.texts("select v from test.temprano")).containsExactly("temprano");
            assertThat(next.orchestrator().leftovers()).isEmpty();
        }
    }

    @Test
    void a_value_that_is_no_longer_the_newest_does_not_come_back() throws Exception {
        publishAndDie();
        server.hide();
        try (TestHome next = TestHome.in(home)) {
            server.show();
            next.run(temprano("nuevo"));
        }
        TestHome.in(home).close();

        assertThat(server.texts("select v from test.temprano")).containsExactly("nuevo");
    }

    @Test
    void tables_that_nobody_claims_are_dropped_and_those_of_readers_are_kept() throws Exception {
        try (TestHome before = TestHome.in(home)) {
            before.run(temprano("viejo"));
        }
        String schema = "orquesta_" + Files.readString(home.resolve("home-id"));
        server.execute(
                "create table " + schema + ".\"9_1_left\" (n int)",
                "comment on table " + schema + ".\"9_1_left\" is 'test/temprano/9-1'");

        try (TestHome next = TestHome.in(home)) {
            next.run(temprano("nuevo"));
        }

        assertThat(server.tablesOf(home)).hasSize(2).noneMatch(table -> table.startsWith("9_"));
    }

    @Test
    @Timeout(3_600)
    void killed_at_any_moment_nothing_published_is_lost_half_or_twice() throws Exception {
        Random chance = new Random(20261129);
        for (int kill = 0; kill < KILLS; kill++) {
            killOne(300 + chance.nextInt(1_200));
            try (Orchestrator orchestrator = Orchestrator.at(home)) {
                assertThat(orchestrator.leftovers()).isEmpty();
                judgePublished();
                goOn(orchestrator);
                judgePublished();
            }
            assertThat(server.tablesOf(home)).as("left over").isSubsetOf(recordedTables());
        }
    }

    private void killOne(long millis) throws Exception {
        Path out = home.resolve("out");
        Process process = Child.program(Muchas.class, out, home, 100_000, PostgresForTests.VARIABLE);
        while (!Files.readString(out).contains(" ok") && process.isAlive()) {
            Thread.sleep(5); // until it has done its first run
        }
        Thread.sleep(millis);
        assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Each asset returns the number of its run: so the table, and the view of the newest, must hold just that. */
    private void judgePublished() throws SQLException {
        assertThat(ask("select run from run where status = 'running'")).isEmpty();
        assertThat(ask("select asset || run from materialization where published is not null"
                        + " group by asset, run having count(*) > 1"))
                .as("published twice")
                .isEmpty();
        List<String> published = ask("select run || ' ' || json_extract(value, '$.location') from materialization"
                + " where published is not null and cleaned is null");
        assertThat(published).isNotEmpty();
        try (Connection visitor = server.connect();
                Statement statement = visitor.createStatement()) {
            for (String value : published) {
                String[] parts = value.split("[ /]");
                String table = "\"" + parts[2] + "\".\"" + parts[3] + "\"";
                assertThat(texts(statement, "select n from " + table)).as(value).containsExactly(parts[0]);
            }
        }
        for (String newest : ask("select asset || ' ' || max(run) from materialization where published is not null"
                + " group by asset")) {
            String[] parts = newest.split(" ");
            assertThat(server.texts("select n from muchas." + parts[0]))
                    .as(newest)
                    .containsExactly(parts[1]);
        }
    }

    private List<String> recordedTables() throws SQLException {
        return ask("select json_extract(value, '$.location') from materialization where removed is null").stream()
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .toList();
    }

    private List<String> ask(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            return texts(statement, question);
        }
    }

    private static List<String> texts(Statement statement, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Done again from the failure, or once more: whoever writes next removes what the dead one left in the server. */
    private void goOn(Orchestrator orchestrator) {
        Pipeline pipeline = Muchas.pipeline(home, HERE);
        RunRecord newest = orchestrator.history().runs(1).get(0);
        RunResult result = newest.status() == RunStatus.CRASHED
                ? orchestrator.run(
                        pipeline, orchestrator.again(pipeline, newest.id().number(), true, Clock.systemUTC()))
                : orchestrator.run(pipeline);
        assertThat(result.run().status()).isEqualTo(RunStatus.OK);
    }
}
