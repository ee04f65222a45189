package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.text.Message;

@Tag("once")
class HistoryTest {
    private static final RunId RUN = new RunId("ventas", 2);
    private static final AssetKey A = new AssetKey("a");

    @TempDir
    Path folder;

    private SqliteStore store;
    private History history;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC());
        history = store.history();
        LongStream.rangeClosed(1, 5).forEach(this::run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void run(long number) {
        Fact started = new Fact.RunStarted("", "", LocalDate.of(2026, 1, 2), Map.of(), "4711-x");
        Fact changed = new Fact.StepChanged(State.RUNNING, Message.of("step.runs"));
        RunId run = new RunId(number % 2 == 0 ? "ventas" : "tienda", number);
        store.append(
                List.of(new Event.Draft(run, null, 0, 0, started), new Event.Draft(run, Task.of(A), 1, -1, changed)));
    }

    private static List<Long> numbers(List<RunRecord> runs) {
        return runs.stream().map(run -> run.id().number()).toList();
    }

    @Test
    void runs_come_newest_first() {
        assertThat(numbers(history.runs(2))).containsExactly(5L, 4L);
        assertThat(numbers(history.runs(10))).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void events_of_all_runs_go_on_after_the_last_one_seen() {
        List<Event> all = history.eventsAfter(0, 100);

        assertThat(all)
                .extracting(Event::seq)
                .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(history.eventsAfter(3, 2)).isEqualTo(all.subList(3, 5));
        assertThat(history.eventsAfter(10, 100)).isEmpty();
    }

    @Test
    void the_newest_run_of_a_step_is_found_whatever_its_pipeline() {
        assertThat(new StepQueries(history).lastRunOf(A).orElseThrow().id()).isEqualTo(new RunId("tienda", 5));
        assertThat(new StepQueries(history).lastRunOf(new AssetKey("b"))).isEmpty();
    }

    /** A plan of SQLite that scans reads every row of a table, and so takes longer with every run. */
    @Test
    void no_question_of_a_page_or_a_start_reads_a_whole_table() throws SQLException {
        List<String> asked = new ArrayList<>();
        try (Connection connection = new Database(folder.resolve("orquesta.db")).reader();
                History watched = new History(() -> Remembering.of(connection, asked), new Rows(new EventCodec()))) {
            askAll(watched);

            assertThat(asked)
                    .hasSize(12)
                    .allSatisfy(sql -> assertThat(plan(connection, sql))
                            .filteredOn(step -> step.startsWith("SCAN"))
                            .allMatch(HistoryTest::onlyUnfinishedBusiness));
            assertThat(plan(connection, "select * from event where type = 'x'")).containsExactly("SCAN event");
        }
    }

    /** These two indexes hold nothing but what a dead process left behind: walking them whole is short. */
    private static boolean onlyUnfinishedBusiness(String step) {
        return step.contains("run_unfinished") || step.contains("materialization_undelivered");
    }

    private static void askAll(History history) {
        history.nextRun();
        history.runs(10);
        history.run(1);
        history.unfinished();
        new StepQueries(history).lastRunOf(A);
        history.steps(RUN);
        history.published("ventas", A);
        new StepQueries(history).newest(Task.of(A));
        history.undelivered();
        history.events(RUN);
        history.eventsAfter(1, 10);
        new LogQueries(history).of(RUN, A);
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
