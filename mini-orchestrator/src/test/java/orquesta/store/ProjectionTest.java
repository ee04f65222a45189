package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;
import static orquesta.run.Runs.check;
import static orquesta.run.Runs.failing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.reports.Reports;
import orquesta.run.Runs;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.Message;
import pruebas.Hijo;

@Tag("once")
class ProjectionTest {
    /** Every row of every table that is no truth, as text. */
    private static Map<String, List<String>> dump(Path home) throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            for (String table : Projection.TABLES) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("select * from " + table + " order by 1, 2, 3, 4")) {
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.add(result.getString(i));
                        }
                        rows.add(String.valueOf(row));
                    }
                }
                dump.put(table, rows);
            }
        }
        return dump;
    }

    private static void runOfEveryKind(TestHome home) {
        AssetDefinition skips = AssetDefinition.named("skips").wantsRun().computedBy(in -> {
            throw in.run().skip("later");
        });
        CheckDefinition rows = CheckDefinition.named("rows", "a")
                .warning()
                .computedBy(in -> CheckResult.noRows("a row", in.relation("a")).with("n", 1.5));
        Runs.of(asset("a"), rows, asset("b", "a"), failing("f", "b"), asset("g", "f"), skips)
                .in(home);
        Runs.of(asset("a"), check("no", "a", CheckResult.failed("no")), asset("b", "a"))
                .in(home);
        Runs.of(asset("a"), asset("b", "a")).select("b").in(home);
        Runs.of(Hijo.informe("x")).resource("reports", Reports.in("reports")).in(home);
        ticks(home);
        TriggerId sensor = new TriggerId(TestHome.PIPELINE, "llego");
        Fact.Sensed sensed = new Fact.Sensed(1, "a.csv", State.SKIPPED, Message.of("sensor.begins"));
        assertThat(home.orchestrator().record(sensor, sensed)).isTrue();
        assertThat(home.orchestrator().record(sensor, sensed))
                .as("recorded once")
                .isFalse();
    }

    /** One that starts a run, one that starts none; a run that a tick started remembers its instant. */
    private static void ticks(TestHome home) {
        TriggerId schedule = new TriggerId(TestHome.PIPELINE, "noche");
        Instant due = Instant.parse("2026-09-06T04:00:00Z");
        List<LocalDateTime> asked = List.of(LocalDateTime.parse("2026-09-06T00:00"));
        Fact.Ticked tick = new Fact.Ticked(due, asked, State.RUNNING, Message.of("tick.due"));
        Event.Draft draft = new Event.Draft(schedule, null, 0, 0, tick);
        Pipeline pipeline = home.pipeline(Definitions.of(asset("a")));
        assertThat(home.orchestrator().run(pipeline, RunRequest.of(Selection.parse("a")), draft, event -> {}))
                .isPresent();
        assertThat(home.orchestrator().record(schedule, tick))
                .as("recorded once")
                .isFalse();
        Fact.Ticked paused = new Fact.Ticked(due.plusSeconds(60), asked, State.SKIPPED, Message.of("tick.paused"));
        assertThat(home.orchestrator().record(schedule, paused)).isTrue();
        assertThat(home.history().runs(1).get(0).request().tick()).isEqualTo(due);
    }

    @Test
    void rebuilt_from_the_events_they_are_what_they_were() throws Exception {
        try (TestHome home = TestHome.create()) {
            runOfEveryKind(home);
            Map<String, List<String>> before = dump(home.folder());
            try (Connection other = DriverManager.getConnection(
                            "jdbc:sqlite:" + home.folder().resolve("orquesta.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("update run set status = 'ok'");
                statement.execute("delete from step");
                statement.execute("update materialization set published = null, delivered = null");
            }
            assertThat(dump(home.folder())).isNotEqualTo(before);

            long events = home.orchestrator().rebuildHistory();

            assertThat(dump(home.folder())).isEqualTo(before);
            assertThat(events).isGreaterThan(50);
            assertThat(before).allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
        }
    }

    @Test
    void after_a_rebuild_the_home_goes_on_as_before() throws Exception {
        try (TestHome home = TestHome.create()) {
            runOfEveryKind(home);
            home.orchestrator().rebuildHistory();

            assertThat(Runs.of(asset("a"), asset("b", "a")).select("b").in(home).reason())
                    .isEqualTo("1 ok (assets and checks)");
            Map<String, List<String>> before = dump(home.folder());
            home.orchestrator().rebuildHistory();

            assertThat(dump(home.folder())).isEqualTo(before);
        }
    }
}
