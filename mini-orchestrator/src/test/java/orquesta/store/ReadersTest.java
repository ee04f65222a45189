package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ReadersTest {
    private static final String COUNT = "select count(*) from thing";

    @TempDir
    Path folder;

    private final List<Connection> opened = Collections.synchronizedList(new ArrayList<>());
    private final List<String> prepared = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService askers = Executors.newCachedThreadPool();
    private Connection writer;
    private Readers readers;

    @BeforeEach
    void open() throws SQLException {
        Database database = new Database(folder.resolve("things.db"));
        writer = database.reader();
        write("pragma query_only = false");
        write("pragma journal_mode = wal");
        write("create table thing (name text)");
        write("insert into thing values ('one')");
        readers = new Readers(
                () -> {
                    Connection connection = database.reader();
                    opened.add(connection);
                    return Remembering.of(connection, prepared);
                },
                2);
    }

    @AfterEach
    void close() throws SQLException {
        readers.close();
        writer.close();
        askers.shutdownNow();
    }

    private void write(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count() {
        return readers.all(COUNT, row -> row.getLong(1)).get(0);
    }

    /** Asks, and goes on reading its row until it may end. */
    private Future<List<Long>> asking(CountDownLatch reads, CountDownLatch mayEnd) {
        return askers.submit(() -> readers.all(COUNT, row -> {
            reads.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return row.getLong(1);
        }));
    }

    @Test
    void one_who_asks_again_and_again_needs_one_connection_and_one_statement() {
        assertThat(opened).isEmpty();

        for (int i = 0; i < 10; i++) {
            assertThat(count()).isEqualTo(1);
        }

        assertThat(opened).hasSize(1);
        assertThat(prepared).containsExactly(COUNT);
    }

    @Test
    void a_kept_statement_sees_what_was_committed_since() throws SQLException {
        assertThat(count()).isEqualTo(1);

        write("insert into thing values ('two')");

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void two_answer_at_once_and_a_third_waits_for_one_of_them() throws Exception {
        CountDownLatch bothRead = new CountDownLatch(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<Future<List<Long>>> first = List.of(asking(bothRead, mayEnd), asking(bothRead, mayEnd));
        bothRead.await();

        Future<Long> third = askers.submit(this::count);

        assertThatThrownBy(() -> third.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();
        assertThat(third.get()).isEqualTo(1);
        for (Future<List<Long>> one : first) {
            assertThat(one.get()).containsExactly(1L);
        }
        assertThat(opened).hasSize(2);
    }

    @Test
    void a_question_with_a_mistake_takes_no_place_from_the_next() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> readers.all("select * from nothing", row -> 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nothing");
        }

        assertThat(count()).isEqualTo(1);
        assertThat(opened).hasSize(1);
    }

    @Test
    void a_row_that_cannot_be_read_leaves_no_old_view_behind() throws SQLException {
        assertThatThrownBy(() -> readers.all("select name from thing", row -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        write("insert into thing values ('two')");

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void many_different_questions_do_not_add_up() {
        for (int i = 0; i < 500; i++) {
            int number = i;
            assertThat(readers.all("select " + number, row -> row.getInt(1))).containsExactly(number);
        }

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void closing_waits_for_who_reads_and_ends_all_connections() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<List<Long>> reading = asking(reads, mayEnd);
        reads.await();
        assertThat(count()).isEqualTo(1);

        Future<?> closing = askers.submit(readers::close);
        assertThatThrownBy(() -> closing.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();
        closing.get();

        assertThat(reading.get()).containsExactly(1L);
        for (Connection connection : opened) {
            assertThat(connection.isClosed()).isTrue();
        }
        assertThatThrownBy(this::count).hasMessageContaining("closed");
    }

    @Test
    void who_is_interrupted_is_answered_all_the_same() {
        Thread.currentThread().interrupt();

        assertThat(count()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }
}
