package orquesta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import orquesta.event.Event;
import orquesta.event.HomeException;
import orquesta.event.RunId;

/**
 * The one thread that writes. It takes all that waits and writes it in one transaction, so many steps that end together
 * cost one commit. A transaction that publishes is synced to disk before it counts; the others survive the death of the
 * process, not of the machine.
 */
final class EventWriter implements AutoCloseable {
    /** One request: events to append, or another piece of work in the same transaction. */
    private record Request(List<Event.Draft> drafts, Work work, boolean durable, CompletableFuture<List<Event>> done) {}

    private interface Work {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final EventCodec codec;
    private final Clock clock;
    private final Projection projection;
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private long lastSeq;
    private boolean durable = false;
    private volatile boolean closed = false;

    EventWriter(Connection connection, EventCodec codec, Clock clock) throws SQLException {
        this.connection = connection;
        this.codec = codec;
        this.clock = clock;
        this.projection = new Projection(connection, codec);
        connection.setAutoCommit(true);
        this.thread = new Thread(this::loop, "orquesta-event-writer");
        thread.setDaemon(true);
        thread.start();
    }

    List<Event> append(List<Event.Draft> drafts, boolean publishes) {
        CompletableFuture<List<Event>> done = new CompletableFuture<>();
        return ask(new Request(drafts, () -> {}, publishes, done));
    }

    void log(RunId run, String step, int attempt, String text) {
        waiting.add(new Request(List.of(), () -> write(run, step, attempt, text), false, new CompletableFuture<>()));
    }

    /** Makes the projections anew from all events, in one transaction; returns how many there are. */
    long rebuild(History.Row<Event> reader) {
        AtomicLong count = new AtomicLong();
        ask(new Request(List.of(), () -> count.set(rebuildNow(reader)), true, new CompletableFuture<>()));
        return count.get();
    }

    private long rebuildNow(History.Row<Event> reader) throws SQLException {
        projection.clear();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet events = statement.executeQuery("select * from event order by seq")) {
            while (events.next()) {
                projection.apply(reader.read(events));
                count++;
            }
        }
        return count;
    }

    private List<Event> ask(Request request) {
        if (closed) {
            throw new HomeException("store.write", "closed");
        }
        waiting.add(request);
        try {
            return request.done().join();
        } catch (CompletionException e) {
            throw new HomeException(
                    "store.write", Objects.requireNonNull(e.getCause()).getMessage());
        }
    }

    private void loop() {
        while (!closed || !waiting.isEmpty()) {
            List<Request> batch = new ArrayList<>();
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                return;
            }
            waiting.drainTo(batch);
            write(batch);
        }
    }

    private void write(List<Request> batch) {
        try (Statement transaction = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into event (seq, pipeline, run, at, type,"
                                + " step, asset, attempt, cause, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            sync(transaction, batch.stream().anyMatch(Request::durable));
            transaction.execute("begin immediate");
            try {
                lastSeq = lastSeq(transaction);
                List<List<Event>> written = new ArrayList<>();
                for (Request request : batch) {
                    written.add(write(request, insert));
                }
                transaction.execute("commit");
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).done().complete(written.get(i));
                }
            } catch (SQLException | RuntimeException | Error e) {
                rollback(transaction, e);
                throw e;
            }
        } catch (SQLException | RuntimeException | Error e) { // whoever waits must hear of it, also when memory ran out
            batch.forEach(request -> request.done().completeExceptionally(e));
        }
    }

    /** SQLite itself rolls back when the disk is full; then there is nothing left to do. */
    private static void rollback(Statement transaction, Throwable why) {
        try {
            transaction.execute("rollback");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Inside no transaction only; costs nothing where it does not change. */
    private void sync(Statement statement, boolean full) throws SQLException {
        if (full != durable) {
            statement.execute("pragma synchronous = " + (full ? "full" : "normal"));
            durable = full;
        }
    }

    private static long lastSeq(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select coalesce(max(seq), 0) from event")) {
            result.next();
            return result.getLong(1);
        }
    }

    private List<Event> write(Request request, PreparedStatement insert) throws SQLException {
        request.work().run();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long first = lastSeq + 1;
        List<Event> events = new ArrayList<>();
        for (Event.Draft draft : request.drafts()) {
            long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
            Event event = new Event(++lastSeq, now, draft.run(), draft.step(), draft.attempt(), cause, draft.fact());
            write(event, insert);
            projection.apply(event);
            events.add(event);
        }
        return events;
    }

    private void write(Event event, PreparedStatement insert) throws SQLException {
        insert.setLong(1, event.seq());
        insert.setString(2, event.run().pipeline());
        insert.setLong(3, event.run().number());
        insert.setLong(4, event.at().toEpochMilli());
        insert.setString(5, codec.type(event.fact()));
        insert.setString(6, Projection.textOf(event));
        insert.setString(7, Projection.assetOf(event));
        insert.setInt(8, event.attempt());
        insert.setLong(9, event.cause());
        insert.setString(10, codec.write(event.fact()));
        insert.executeUpdate();
    }

    private void write(RunId run, String step, int attempt, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into log_chunk (pipeline, run, step, attempt, text) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, run.pipeline());
            insert.setLong(2, run.number());
            insert.setString(3, step);
            insert.setInt(4, attempt);
            insert.setString(5, text);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        waiting.add(new Request(List.of(), () -> {}, false, new CompletableFuture<>())); // wakes it for the last time
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        projection.close();
        connection.close();
    }
}
