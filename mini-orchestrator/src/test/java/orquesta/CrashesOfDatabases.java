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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import pruebas.Muchas;

/** Processes that die while they write to a database, judged from outside by it and by SQLite. */
abstract class CrashesOfDatabases {
    private static final int KILLS = Integer.getInteger("orquesta.kills", 1);

    @TempDir
    Path home;

    /** Where values are. */
    abstract ValuePlace here();

    /** The same as a child is told of it. */
    abstract String named();

    /** A visitor of the database. */
    abstract Connection connect() throws SQLException;

    /** The tables of attempts. */
    abstract List<String> tables() throws Exception;

    /** The view by which others read an asset, as SQL. */
    abstract String view(String pipeline, String asset);

    final Definitions temprano(String text) {
        return Definitions.of(AssetDefinition.named("temprano").computedBy(in -> Relation.rows("v", "'" + text + "'")))
                .values(here());
    }

    final List<String> shown() throws SQLException {
        try (Connection visitor = connect()) {
            return texts(visitor, "select v from " + view("test", "temprano"));
        }
    }

    final void publishAndDie() throws Exception {
        try (TestHome before = TestHome.in(home)) {
            before.run(temprano("viejo"));
        }
        try (Child child = Child.start(home, "halt after publishing in " + named())) {
            assertThat(child.exit()).isEqualTo(137);
        }
        assertThat(shown()).containsExactly("viejo");
    }

    /** What a start meets that cannot reach the database, where one may be out of reach. */
    void startWithoutIt() throws Exception {}

    @Test
    void what_was_published_and_not_yet_shown_is_shown_at_the_next_start() throws Exception {
        publishAndDie();
        startWithoutIt();

        try (TestHome next = TestHome.in(home)) {
            assertThat(shown()).containsExactly("temprano");
            assertThat(next.lines("temprano")).containsExactly("temprano");
            assertThat(next.orchestrator().leftovers()).isEmpty();
            assertThat(next.history().undelivered()).isEmpty();
        }
    }

    @Test
    void tables_that_nobody_claims_are_dropped_and_those_of_readers_are_kept() throws Exception {
        try (TestHome before = TestHome.in(home)) {
            before.run(temprano("viejo"));
        }
        String schema = schema();
        try (Connection visitor = connect();
                Statement statement = visitor.createStatement()) {
            statement.execute("create table " + schema + ".\"9_1_left\" (n int)");
            statement.execute("comment on table " + schema + ".\"9_1_left\" is 'test/temprano/9-1'");
            statement.execute("create table " + schema + ".\"mine\" (n int)");
        }

        try (TestHome next = TestHome.in(home)) {
            next.run(temprano("nuevo"));
        }

        assertThat(tables()).hasSize(3).contains("mine").noneMatch(table -> table.startsWith("9_"));
    }

    private String schema() throws IOException {
        return "orquesta_" + Files.readString(home.resolve("home-id"));
    }

    @Test
    @Timeout(3_600)
    void killed_at_any_moment_nothing_published_is_lost_half_or_twice() throws Exception {
        Random chance = new Random(20261130);
        for (int kill = 0; kill < KILLS; kill++) {
            killOne(100 + chance.nextInt(1_400));
            try (Orchestrator orchestrator = Orchestrator.at(home)) {
                assertThat(orchestrator.leftovers()).isEmpty();
                judgePublished();
                goOn(orchestrator);
                judgePublished();
            }
            assertThat(tables()).as("left over").isSubsetOf(recordedTables());
        }
    }

    private void killOne(long millis) throws Exception {
        Path out = home.resolve("out");
        Process process = Child.program(Muchas.class, out, home, 100_000, named());
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
        try (Connection visitor = connect()) {
            for (String value : published) {
                String[] parts = value.split("[ /]");
                String table = "\"" + parts[parts.length - 2] + "\".\"" + parts[parts.length - 1] + "\"";
                assertThat(texts(visitor, "select n from " + table)).as(value).containsExactly(parts[0]);
            }
            for (String newest : ask("select asset || ' ' || max(run) from materialization where published is not null"
                    + " group by asset")) {
                String[] parts = newest.split(" ");
                assertThat(texts(visitor, "select n from " + view("muchas", parts[0])))
                        .as(newest)
                        .containsExactly(parts[1]);
            }
        }
    }

    private List<String> recordedTables() throws SQLException {
        return ask("select json_extract(value, '$.location') from materialization where removed is null").stream()
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .toList();
    }

    private List<String> ask(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"))) {
            return texts(connection, question);
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Done again from the failure, or once more: whoever writes next removes what the dead one left in the database. */
    private void goOn(Orchestrator orchestrator) {
        Pipeline pipeline = Muchas.pipeline(home, here());
        RunRecord newest = orchestrator.history().runs(1).get(0);
        RunResult result = newest.status() == RunStatus.CRASHED
                ? orchestrator.run(
                        pipeline, orchestrator.again(pipeline, newest.id().number(), true, Clock.systemUTC()))
                : orchestrator.run(pipeline);
        assertThat(result.run().status()).isEqualTo(RunStatus.OK);
    }
}
