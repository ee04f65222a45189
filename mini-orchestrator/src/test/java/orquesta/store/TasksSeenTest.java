package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.State;

/** What a plan asks of many tasks at once, against what it asks of each. */
@Tag("once")
class TasksSeenTest {
    private static final List<String> PIPELINES = List.of("p", "q");
    private static final List<String> ASSETS = List.of("a", "a1", "b", "c");
    private static final List<String> PARTITIONS = List.of("", "2026-01", "2026-02", "norte", "sur''", "ñandú");
    private static final String VALUE =
            "{\"form\":\"NOTHING\",\"location\":\"RUN\",\"contents\":{\"rows\":-1,\"columns\":[],"
                    + "\"preview\":[],\"files\":[],\"bytes\":0},\"hash\":{\"algorithm\":\"none\",\"value\":\"\"},\"facts\":{}}";

    @TempDir
    Path folder;

    private SqliteStore store;
    private final Random random = new Random(7);

    @BeforeEach
    void open() {
        store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (String asset : ASSETS) {
            PARTITIONS.forEach(each -> tasks.add(new Task(new AssetKey(asset), each.replace("''", "'"))));
        }
        tasks.add(Task.of(new AssetKey("nunca")));
        return tasks;
    }

    /** Each run does a part of the tasks; a publishing has its event, whose moment a failure is compared with. */
    private void fill(int from, int to) throws SQLException {
        try (Connection writer = Database.open(folder.resolve("orquesta.db"));
                Statement statement = writer.createStatement()) {
            statement.execute("begin");
            for (int run = from; run <= to; run++) {
                String pipeline = PIPELINES.get(random.nextInt(2));
                for (String asset : ASSETS) {
                    for (String partition : PARTITIONS) {
                        if (random.nextInt(3) > 0) {
                            task(statement, run, pipeline, asset, partition);
                        }
                    }
                }
            }
            statement.execute("commit");
        }
    }

    private void task(Statement statement, int run, String pipeline, String asset, String partition)
            throws SQLException {
        State state = any(State.values());
        statement.execute(
                "insert into step (asset, pipeline, run, step, partition, state, reason, cause, attempts, ended)"
                        + " values ('"
                        + String.join("', '", asset, pipeline, "" + run, asset, partition, state.text())
                        + "', '', 0, 1, " + random.nextInt(1_000) + ")");
        if (random.nextInt(3) > 0 && !asset.equals("c")) {
            statement.execute("insert into event (pipeline, run, at, type, step, asset, attempt, cause, data) values ('"
                    + pipeline + "', " + run + ", " + random.nextInt(1_000) + ", 'published', '', '', 1, 0, '{}')");
            statement.execute(
                    "insert into materialization (pipeline, run, asset, partition, attempt, value, published) values ('"
                            + String.join(
                                    "', '", pipeline, "" + run, asset, partition, "1", VALUE.replace("RUN", "" + run))
                            + "', " + (random.nextInt(3) > 0 ? "(select max(seq) from event)" : "null") + ")");
        }
    }

    @Test
    void many_at_once_are_as_each_by_itself() throws SQLException {
        int published = 0;
        int failed = 0;
        for (int runs = 0; runs < 40; runs += 4) {
            fill(runs + 1, runs + 4);
            for (String pipeline : PIPELINES) {
                TasksSeen together = new TasksSeen(store.history(), pipeline, 0);
                for (Task task : tasks()) {
                    boolean there = store.history().published(pipeline, task).isPresent();
                    boolean broken = store.history().failed(pipeline, task);

                    assertThat(together.published(task))
                            .isEqualTo(store.history().published(pipeline, task));
                    assertThat(together.written(task))
                            .isEqualTo(new TasksSeen(store.history(), pipeline, TasksSeen.FEW).written(task))
                            .isEqualTo(together.published(task)
                                    .map(Pin::materialization)
                                    .orElse(0L));
                    assertThat(together.failed(task)).isEqualTo(broken);
                    published += there ? 1 : 0;
                    failed += broken ? 1 : 0;
                }
            }
        }
        assertThat(published).isBetween(1, 399);
        assertThat(failed).isBetween(1, 399);
    }

    @Test
    void a_task_stays_as_it_was_when_a_plan_looked_first() throws SQLException {
        fill(1, 20);
        Task task = tasks().get(0);
        TasksSeen oneByOne = new TasksSeen(store.history(), "p", TasksSeen.FEW);
        TasksSeen together = new TasksSeen(store.history(), "p", 0);
        var before = oneByOne.published(task);

        assertThat(together.published(task)).isEqualTo(before).isPresent();
        fill(21, 40);

        assertThat(oneByOne.published(task)).isEqualTo(before);
        assertThat(together.published(task)).isEqualTo(before);
        assertThat(store.history().published("p", task)).isNotEqualTo(before);
    }

    @Test
    void when_tasks_were_written_is_known_without_reading_a_value() throws SQLException {
        fill(1, 20);
        Task task = tasks().get(0);
        long written = store.history().published("p", task).orElseThrow().materialization();
        try (Connection writer = Database.open(folder.resolve("orquesta.db"));
                Statement statement = writer.createStatement()) {
            statement.execute("drop index materialization_undelivered");
            statement.execute("update materialization set value = 'no JSON'");
        }

        assertThat(new TasksSeen(store.history(), "p", 0).written(task)).isEqualTo(written);
    }

    private void failures(int from, int to) throws SQLException {
        try (Connection writer = Database.open(folder.resolve("orquesta.db"));
                Statement statement = writer.createStatement()) {
            for (int run = from; run <= to; run++) {
                statement.execute(
                        "insert into step (asset, pipeline, run, step, partition, state, reason, cause, attempts,"
                                + " ended) values ('a', 'p', " + run + ", 'a', 'x', 'failed', '', 0, 1, 10)");
            }
        }
    }

    /** A failure that counts is found at once: here none does, since the value was published later. */
    @Test
    void whether_a_task_failed_since_costs_the_same_however_often_it_had_before() throws SQLException {
        Task task = new Task(new AssetKey("a"), "x");
        try (Questions questions = Questions.of(folder);
                SqliteStore asked = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC());
                Connection writer = Database.open(folder.resolve("orquesta.db"));
                Statement statement = writer.createStatement()) {
            failures(1, 10);
            assertThat(asked.history().failed("p", task)).isTrue();
            statement.execute("insert into event (pipeline, run, at, type, step, asset, attempt, cause, data)"
                    + " values ('p', 11, 1000, 'published', '', '', 1, 0, '{}')");
            statement.execute("insert into materialization (pipeline, run, asset, partition, attempt, value, published)"
                    + " values ('p', 11, 'a', 'x', 1, '{}', (select max(seq) from event))");
            statement.execute(
                    "insert into run (pipeline, run, status, selection, job, date, owner, partitions, started,"
                            + " reason) values ('p', 1000, 'running', '*', '', '2026-11-30', '1', '', 500, '')");
            RunId beside = new RunId("p", 1_000);
            assertThat(asked.history().failed("p", task)).isFalse();
            assertThat(asked.history().failedBeside(beside, task)).isEmpty();
            Map<String, Long> few = questions.asked();
            failures(12, 600);
            questions.beginAnew();

            assertThat(asked.history().failed("p", task)).isFalse();
            assertThat(asked.history().failedBeside(beside, task)).isEmpty();
            assertThat(questions.asked()).hasSizeGreaterThan(1);
            assertThat(questions.dearer(few)).isEmpty();
            assertThat(questions.whole()).isEmpty();
        }
    }

    @Test
    void they_are_found_by_index_however_many_runs_there_were() throws SQLException {
        try (Questions questions = Questions.of(folder);
                SqliteStore asked = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC())) {
            fill(1, 40);
            askAll(asked.history());
            Map<String, Long> few = questions.asked();
            fill(41, 400);
            questions.beginAnew();

            askAll(asked.history());

            assertThat(questions.asked().keySet())
                    .filteredOn(sql -> sql.startsWith("with"))
                    .hasSize(2);
            assertThat(questions.whole()).isEmpty();
            assertThat(questions.dearer(few).keySet()).noneMatch(sql -> sql.startsWith("with"));
        }
    }

    private void askAll(History history) {
        TasksSeen together = new TasksSeen(history, "p", 0);
        for (Task task : tasks()) {
            var found = together.published(task);
            assertThat(together.failed(task)
                            && found.isEmpty()
                            && task.asset().name().equals("nunca"))
                    .isFalse();
        }
    }
}
