package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.text.Message;

@Tag("once")
class RunSearchTest {
    private static final Instant DUE = Instant.parse("2026-09-06T04:00:00Z");
    private static final TriggerId NIGHT = new TriggerId("tienda", "medianoche");

    @TempDir
    java.nio.file.Path folder;

    private SqliteStore store;

    @BeforeEach
    void eight_runs() {
        store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC());
        for (int number = 1; number <= 8; number++) {
            long tick = number % 4 == 0 ? tick(NIGHT, DUE.plus(Duration.ofDays(number))) : 0;
            RunId run = new RunId("tienda", number);
            String job = number <= 4 ? "todo" : "";
            RunStatus status = number % 2 == 0 ? RunStatus.OK : RunStatus.FAILED;
            store.append(List.of(
                    new Event.Draft(
                            run,
                            null,
                            0,
                            tick,
                            new Fact.RunStarted("*", job, LocalDate.of(2026, 9, 6), Map.of(), "1-x")),
                    new Event.Draft(
                            run,
                            Task.of(new AssetKey("ventas")),
                            1,
                            -1,
                            new Fact.StepChanged(State.OK, Message.of("step.runs"))),
                    new Event.Draft(run, null, 0, 0, new Fact.RunEnded(status, Message.of("run.running")))));
        }
        tick(new TriggerId("tienda", "otro"), DUE.plus(Duration.ofDays(8)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long tick(TriggerId schedule, Instant due) {
        Fact ticked = new Fact.Ticked(
                due, List.of(LocalDateTime.of(2026, 9, 6, 0, 0)), State.RUNNING, Message.of("tick.due"));
        return store.appendTick(List.of(new Event.Draft(schedule, null, 0, 0, ticked)))
                .get(0)
                .seq();
    }

    private List<Long> found(@Nullable RunStatus status, String job, @Nullable Instant tick) {
        return new RunSearch("tienda", status, job, tick)
                .find(store.history(), Long.MAX_VALUE, 100).stream()
                        .map(run -> run.id().number())
                        .toList();
    }

    @Test
    void each_filter_and_all_together_let_pass_what_they_say_the_newest_first() {
        assertThat(found(null, "", null)).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(found(RunStatus.FAILED, "", null)).containsExactly(7L, 5L, 3L, 1L);
        assertThat(found(null, "todo", null)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(found(RunStatus.OK, "todo", null)).containsExactly(4L, 2L);
        assertThat(found(null, "", DUE.plus(Duration.ofDays(8)))).containsExactly(8L);
        assertThat(found(RunStatus.OK, "todo", DUE.plus(Duration.ofDays(4)))).containsExactly(4L);
        assertThat(found(RunStatus.FAILED, "todo", DUE.plus(Duration.ofDays(4))))
                .isEmpty();
        assertThat(new RunSearch("otra", null, "", null).find(store.history(), 100, 100))
                .isEmpty();
    }

    @Test
    void a_page_of_it_ends_where_the_next_begins() {
        RunSearch all = new RunSearch("tienda", null, "", null);

        assertThat(all.find(store.history(), 6, 2))
                .extracting(run -> run.id().number())
                .containsExactly(5L, 4L);
    }

    @Test
    void a_tick_knows_the_run_that_it_started_though_another_schedule_was_due_with_it() {
        TickQueries ticks = new TickQueries(store.history());
        Instant until = DUE.plus(Duration.ofDays(8));

        assertThat(ticks.between(NIGHT, DUE, until, 10))
                .extracting(past -> past.run() == null ? 0 : past.run().id().number())
                .containsExactly(8L, 4L);
        assertThat(ticks.between(NIGHT, DUE.plus(Duration.ofDays(4)), until.minusMillis(1), 10))
                .isEmpty();
        assertThat(ticks.between(NIGHT, DUE, until, 1)).hasSize(1);
        assertThat(ticks.between(new TriggerId("tienda", "otro"), DUE, until, 10))
                .extracting(TickQueries.Past::run)
                .containsExactly((orquesta.event.RunRecord) null);
    }

    /** As with a hundred thousand runs: every question is answered from an index, and none sorts. */
    @Test
    void no_question_of_the_pages_of_runs_time_and_assets_reads_a_whole_table_or_sorts() throws SQLException {
        List<String> asked = new ArrayList<>();
        try (Connection connection = new Database(folder.resolve("orquesta.db")).reader();
                History watched = new History(() -> Remembering.of(connection, asked), new Rows(new EventCodec()))) {
            for (RunStatus status : new RunStatus[] {null, RunStatus.OK}) {
                for (String job : List.of("", "todo")) {
                    new RunSearch("tienda", status, job, null).find(watched, 9, 9);
                    new RunSearch("tienda", status, job, DUE).find(watched, 9, 9);
                }
            }
            new TickQueries(watched).between(NIGHT, DUE, DUE.plus(Duration.ofDays(8)), 10);
            PageQueries pages = new PageQueries(watched);
            pages.assetStates(new RunId("tienda", 8));
            watched.lastSeq();
            AssetQueries assets = new AssetQueries(watched);
            assets.values("tienda", new AssetKey("ventas"), 30);
            assets.judged("tienda", new CheckKey(new AssetKey("ventas"), "c"), 30);

            assertThat(asked).hasSize(14);
            assertThat(asked)
                    .allSatisfy(sql -> assertThat(plan(connection, sql))
                            .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE")));
            assertThat(plan(connection, asked.get(0)))
                    .singleElement()
                    .asString()
                    .contains("PRIMARY KEY (pipeline=? AND run<?)");
            assertThat(plan(connection, asked.get(1))).first().asString().contains("run_tick");
            assertThat(plan(connection, asked.get(2)))
                    .singleElement()
                    .asString()
                    .contains("run_job (pipeline=? AND job=? AND run<?)");
            assertThat(plan(connection, asked.get(4)))
                    .singleElement()
                    .asString()
                    .contains("run_status (pipeline=? AND status=? AND run<?)");
            assertThat(plan(connection, asked.get(6)))
                    .singleElement()
                    .asString()
                    .contains("run_job_status (pipeline=? AND job=? AND status=? AND run<?)");
            assertThat(plan(connection, asked.get(9))).first().asString().contains("run_tick (pipeline=? AND tick=?)");
            assertThat(plan(connection, "select * from run where reason = 'x'")).containsExactly("SCAN run");
        }
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
