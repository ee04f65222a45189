package orquesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.asset.StepKey;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.explain.Why;
import orquesta.store.History;
import orquesta.store.LogQueries;
import orquesta.testkit.TestKit;
import orquesta.text.Language;

/** A home that the first version wrote: three runs of a bakery, one well, one failed, one killed. It reads the same today. */
@Tag("once")
class MigrationTest {
    @TempDir
    Path home;

    @BeforeEach
    void copy() throws IOException {
        Path kept = Path.of("src", "test", "resources", "homes", "first");
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Path place = home.resolve(kept.relativize(file).toString());
                if (!Files.exists(place)) {
                    Files.copy(file, place);
                }
            }
        }
    }

    private static List<String> why(History history, long run) {
        return Why.of(history.events(new RunId("p", run)), StepKey.parse("caros")).stream()
                .map(sentence -> sentence.in(Language.EN))
                .toList();
    }

    @Test
    void its_runs_values_output_and_reasons_read_as_before() {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            History history = orchestrator.history();

            assertThat(history.runs(9))
                    .extracting(run -> run.id().number() + " " + run.status().text())
                    .containsExactly("3 crashed", "2 failed", "1 ok");
            assertThat(history.run(1).orElseThrow().reason().in(Language.EN)).isEqualTo("4 ok (assets and checks)");
            assertThat(why(history, 2).get(0)).startsWith("caros is failed: IllegalStateException: horno apagado");
            assertThat(why(history, 3))
                    .containsExactly(
                            "caros is crashed: the process 6287-07db0e9e that ran it is gone",
                            "Run 3 was started for everything, with the date 2026-11-29.");
            assertThat(new LogQueries(history).of(new RunId("p", 1), StepKey.parse("caros")))
                    .extracting(LogQueries.Chunk::text)
                    .containsExactly("miro precios\n");
            Pin pin = history.published("p", new AssetKey("caros")).orElseThrow();
            assertThat(TestKit.lines((Relation) orchestrator.value(pin, Relation.class)))
                    .containsExactly("marraqueta,1990");
        }
    }

    @Test
    void it_is_copied_once_before_it_is_changed_and_the_home_says_that_it_was() {
        Orchestrator.at(home).close();
        try (Orchestrator again = Orchestrator.at(home)) {
            List<Event> migrations = again.history().eventsAfter(0, 1_000).stream()
                    .filter(event -> event.fact() instanceof Fact.HomeMigrated)
                    .toList();

            assertThat(home.resolve("orquesta.db.v1")).exists();
            assertThat(migrations)
                    .hasSize(1)
                    .allSatisfy(event -> assertThat(event.isOfRun()).isFalse());
            assertThat(again.rebuildHistory()).isPositive();
            assertThat(again.history().run(2).orElseThrow().status().text()).isEqualTo("failed");
        }
    }

    /** As a process leaves it that is killed while it copies. */
    @Test
    void half_a_copy_is_none_and_is_made_anew() throws Exception {
        Path half = home.resolve("orquesta.db.v1.part");
        Files.writeString(half, "SQLite format 3");

        Orchestrator.at(home).close();

        assertThat(half).doesNotExist();
        assertThat(ask("orquesta.db.v1", "select count(*) from event"))
                .isEqualTo(ask("orquesta.db", "select count(*) - 1 from event")); // that it was migrated is one more
        assertThat(ask("orquesta.db.v1", "pragma user_version")).isEqualTo("0");
    }

    private String ask(String file, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.getString(1);
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What each later version wrote is here what this one writes, under its number. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void a_home_of_any_version_in_between_is_copied_and_reads_the_same(int version) throws Exception {
        Orchestrator.at(home).close();
        change("pragma user_version = " + version, "drop index run_job_status", "drop index step_failed_since");
        if (version < 7) {
            change(
                    "drop index materialization_kept",
                    "drop index materialization_unremoved",
                    "alter table materialization drop column bytes",
                    "alter table materialization drop column cleaned",
                    "alter table materialization drop column removed");
        }
        if (version < 5) {
            change("update run set status = 'ok', reason = 'made by an older projection'");
        }

        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            assertThat(orchestrator.history().runs(9))
                    .extracting(run -> run.id().number() + " " + run.status().text())
                    .containsExactly("3 crashed", "2 failed", "1 ok");
            assertThat(ask(
                            "orquesta.db",
                            "select count(*) from sqlite_master where name in ('run_job_status', 'step_failed_since')"))
                    .isEqualTo("2");
            assertThat(orchestrator.history().eventsAfter(0, 1_000))
                    .extracting(Event::fact)
                    .contains(new Fact.HomeMigrated(
                            version, Integer.parseInt(ask("orquesta.db", "pragma user_version"))));
        }
        assertThat(ask("orquesta.db.v" + version, "pragma user_version")).isEqualTo("" + version);
    }

    @Test
    void a_migration_that_fails_midway_leaves_the_home_as_it_was() throws Exception {
        change("create trigger trouble before insert on event begin select raise(abort, 'no more'); end");
        String before = ask("orquesta.db", "select group_concat(sql, char(10)) from sqlite_master");

        assertThatThrownBy(() -> Orchestrator.at(home).close()).hasStackTraceContaining("no more");

        assertThat(ask("orquesta.db", "select group_concat(sql, char(10)) from sqlite_master"))
                .isEqualTo(before);
        assertThat(ask("orquesta.db", "pragma user_version")).isEqualTo("0");
        change("drop trigger trouble");
        its_runs_values_output_and_reasons_read_as_before();
    }

    @Test
    void a_home_of_a_newer_version_is_refused_in_one_sentence() throws SQLException {
        change("pragma user_version = 99");

        assertThat(Given.problem(() -> Orchestrator.at(home).close()))
                .contains("newer version of the kit", "99", "--home DIR");
        assertThat(home.resolve("orquesta.db.v1")).doesNotExist();
    }
}
