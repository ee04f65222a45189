package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.text.HomeException;
import orquesta.text.Language;
import orquesta.text.Message;

class SqliteStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final RunId RUN = new RunId("ventas", 1);
    private static final StepKey STEP = new AssetKey("a");

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder.resolve("orquesta.db"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Event.Draft started(RunId run) {
        Fact fact = new Fact.RunStarted("*a", "diario", LocalDate.of(2026, 1, 2), Map.of("b", 7L), "4711-x");
        return new Event.Draft(run, null, 0, 0, fact);
    }

    private static Event.Draft changed(State state, long cause) {
        return new Event.Draft(RUN, Task.of(STEP), 1, cause, new Fact.StepChanged(state, Message.of("step.runs")));
    }

    @Test
    void events_get_their_place_and_their_time_and_come_back_equal() {
        List<Event> written = store.append(List.of(started(RUN), changed(State.RUNNING, 1)));

        assertThat(written).extracting(Event::seq).containsExactly(1L, 2L);
        assertThat(written).extracting(Event::at).containsOnly(NOW);
        assertThat(store.history().events(RUN)).isEqualTo(written);
    }

    @Test
    void causes_may_lie_in_the_same_transaction() {
        store.append(List.of(started(RUN)));

        List<Event> written =
                store.append(List.of(changed(State.RUNNING, 1), changed(State.FAILED, -1), changed(State.OK, -2)));

        assertThat(written).extracting(Event::seq).containsExactly(2L, 3L, 4L);
        assertThat(written).extracting(Event::cause).containsExactly(1L, 2L, 3L);
        assertThat(store.history().events(RUN)).extracting(Event::cause).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_run_is_remembered_as_it_was_asked_for() {
        store.append(List.of(started(RUN)));

        RunRecord run = store.history().run(1).orElseThrow();

        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.request())
                .isEqualTo(new RunRecord.Request("*a", "diario", LocalDate.of(2026, 1, 2), NOW, "4711-x", "", null));
        assertThat(run.ended()).isNull();
        assertThat(store.history().unfinished()).containsExactly(run);
        assertThat(store.history().nextRun()).isEqualTo(2);
    }

    @Test
    void two_threads_that_append_at_once_get_all_their_events_each_in_its_order() throws Exception {
        store.append(List.of(started(RUN)));
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<List<Long>>> threads = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            threads.add(CompletableFuture.supplyAsync(() -> appendHundred(start), task -> new Thread(task).start()));
        }

        List<Long> one = threads.get(0).get(60, TimeUnit.SECONDS);
        List<Long> other = threads.get(1).get(60, TimeUnit.SECONDS);

        assertThat(one).isSorted().doesNotContainAnyElementsOf(other);
        assertThat(other).isSorted();
        assertThat(store.history().events(RUN))
                .hasSize(401)
                .extracting(Event::seq)
                .isSorted();
    }

    private List<Long> appendHundred(CyclicBarrier start) {
        List<Long> places = new ArrayList<>();
        try {
            start.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < 100; i++) {
            List<Event> pair = store.append(List.of(changed(State.RUNNING, 1), changed(State.OK, -1)));
            assertThat(pair.get(1).cause()).isEqualTo(pair.get(0).seq());
            pair.forEach(event -> places.add(event.seq()));
        }
        return places;
    }

    @Test
    void who_reads_neither_waits_for_a_writer_nor_sees_half_of_a_transaction() throws Exception {
        store.append(List.of(started(RUN)));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orquesta.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            statement.execute("update run set status = 'failed'");

            assertThat(store.history().run(1).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);

            statement.execute("rollback");
        }
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_and_the_next_one_works() {
        store.append(List.of(started(RUN)));

        assertThatThrownBy(() -> store.append(List.of(changed(State.RUNNING, 1), started(RUN))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the events could not be recorded: ")
                .hasCauseInstanceOf(SQLException.class);

        assertThat(store.history().events(RUN)).hasSize(1);
        assertThat(store.append(List.of(changed(State.RUNNING, 1))).get(0).seq())
                .isEqualTo(2);
    }

    @Test
    void what_is_printed_comes_back_in_order_by_step_or_all() {
        store.log(RUN, Task.of(StepKey.parse("a")), 1, "uno\n");
        store.log(RUN, null, 0, "dos\n");
        store.log(RUN, Task.of(StepKey.parse("a")), 1, "tres ñ 🦙 \u0000\n");
        store.append(List.of(started(RUN)));

        assertThat(new LogQueries(store.history()).of(RUN, STEP))
                .extracting(LogQueries.Chunk::text)
                .containsExactly("uno\n", "tres ñ 🦙 \u0000\n");
        assertThat(new LogQueries(store.history()).of(RUN, null)).hasSize(3);
        assertThat(new LogQueries(store.history()).printing(RUN))
                .contains(STEP.text())
                .doesNotContain("otro");
        assertThat(new LogQueries(store.history()).printing(new RunId("otra", 99)))
                .isEmpty();
    }

    @Test
    void it_is_one_wal_file_that_any_tool_can_read() throws Exception {
        store.append(List.of(started(RUN)));

        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orquesta.db"));
                Statement statement = other.createStatement();
                ResultSet mode = statement.executeQuery("pragma journal_mode")) {
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
    }

    @Test
    void what_comes_after_the_end_is_a_fault_of_ours_and_no_trouble_of_the_disk() {
        store.close();

        assertThatThrownBy(() -> store.append(List.of(started(RUN))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed")
                .hasMessageNotContaining("make room");
    }

    @Test
    void closing_twice_is_harmless() {
        store.close();

        assertThatCode(store::close).doesNotThrowAnyException();
    }

    @Test
    void a_verdict_that_an_earlier_version_recorded_as_bare_words_is_read() {
        String recorded = """
                {"verdict": {"passed": false, "blocking": true, "description": "a negative income", "facts": {}},
                 "failing": 4, "columns": [], "sample": []}""";

        Message said =
                new EventCodec().read(recorded, Fact.CheckEvaluated.class).said();

        assertThat(said.in(Language.EN)).isEqualTo("found 4 times: a negative income");
    }

    @Test
    void an_event_of_a_type_that_this_version_does_not_know_is_named() throws Exception {
        store.append(List.of(started(RUN)));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orquesta.db"));
                Statement statement = other.createStatement()) {
            statement.execute("update event set type = 'from_the_future'");
        }

        assertThatThrownBy(() -> store.history().events(RUN))
                .hasMessage("the log holds an event of type 'from_the_future', which this version does not know");
    }

    /** Without patience of our own about one of eight such files is "locked" for one of the four. */
    @Test
    void those_that_open_one_new_file_at_once_all_get_it() throws Exception {
        int openers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(openers);
        for (int file = 0; file < 60; file++) {
            Path one = folder.resolve("new" + file).resolve("orquesta.db");
            CyclicBarrier together = new CyclicBarrier(openers);
            List<Callable<Integer>> opening = Collections.nCopies(openers, () -> {
                int place = together.await();
                new SqliteStore(one, Clock.systemUTC()).close();
                return place;
            });
            for (Future<Integer> opened : threads.invokeAll(opening)) {
                opened.get();
            }
        }
        threads.shutdown();
    }

    @Test
    void a_log_that_another_program_keeps_locked_is_told_with_its_remedy() throws Exception {
        Path file = folder.resolve("orquesta.db");
        EventCodec codec = new EventCodec();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement locking = other.createStatement();
                Connection impatient = new Database(file).writer(codec, Clock.systemUTC());
                Statement patience = impatient.createStatement();
                EventWriter writer = new EventWriter(impatient, codec, Clock.systemUTC())) {
            patience.execute("pragma busy_timeout = 0");
            locking.execute("begin immediate");

            assertThatThrownBy(() -> writer.append(List.of(started(RUN))))
                    .isInstanceOf(HomeException.class)
                    .hasMessageContaining("another program has kept the event log locked for 10 seconds")
                    .hasMessageContaining("Close what has orquesta.db of this home open");

            locking.execute("rollback");
            assertThat(writer.append(List.of(started(RUN)))).hasSize(1);
        }
    }
}
