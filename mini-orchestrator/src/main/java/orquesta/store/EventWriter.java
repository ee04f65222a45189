package orquesta.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.RunId;
import orquesta.text.HomeException;

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
    private final EventTable table;
    /** Prepared anew each time: one that met a full disk is closed by the driver. */
    private final Statement plain;

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean durable = false;
    private volatile boolean closed = false;

    EventWriter(Connection connection, EventCodec codec, Clock clock) throws SQLException {
        this.connection = connection;
        this.table = new EventTable(connection, codec, clock);
        this.plain = connection.createStatement();
        this.thread = new Thread(this::loop, "orquesta-event-writer");
        thread.setDaemon(true);
        thread.start();
    }

    List<Event> append(List<Event.Draft> drafts, boolean publishes) {
        CompletableFuture<List<Event>> done = new CompletableFuture<>();
        return ask(new Request(drafts, () -> {}, publishes, done));
    }

    /** Begins each of these tasks unless something stands in its way. */
    List<EventLog.Begun> begin(List<Event.Draft> drafts, Map<String, Integer> places, boolean audited) {
        List<EventLog.Begun> begun = new ArrayList<>();
        Work work = () -> {
            begun.clear();
            for (Event.Draft draft : drafts) {
                begun.add(table.begin(draft, places, audited));
            }
        };
        ask(new Request(List.of(), work, false, new CompletableFuture<>()));
        return begun;
    }

    /** Appends a tick and what follows from it, unless it is recorded already. */
    List<Event> appendTick(List<Event.Draft> drafts) {
        List<Event> events = new ArrayList<>();
        Work work = () -> {
            events.clear();
            events.addAll(table.isRecorded(drafts.get(0)) ? List.of() : table.append(drafts));
        };
        ask(new Request(List.of(), work, false, new CompletableFuture<>()));
        return events;
    }

    /** Appends unless a run has begun or values were cleaned since an event: what was decided by then may be wrong now. */
    List<Event> appendUnlessChanged(long since, List<Event.Draft> drafts) {
        List<Event> events = new ArrayList<>();
        Work work = () -> {
            events.clear();
            events.addAll(table.isUnchanged(since) ? table.append(drafts) : List.of());
        };
        ask(new Request(List.of(), work, true, new CompletableFuture<>()));
        return events;
    }

    void log(RunId run, @Nullable Task task, int attempt, String text) {
        waiting.add(
                new Request(List.of(), () -> table.log(run, task, attempt, text), false, new CompletableFuture<>()));
    }

    /** Makes the projections anew from all events, in one transaction; returns how many there are. */
    long rebuild(Reader.Row<Event> reader) {
        AtomicLong count = new AtomicLong();
        ask(new Request(List.of(), () -> count.set(table.rebuild(reader)), true, new CompletableFuture<>()));
        return count.get();
    }

    private List<Event> ask(Request request) {
        enqueue(request);
        try {
            return request.done().join();
        } catch (CompletionException e) {
            throw meaning(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Trouble of the disk has a remedy and is told so; all else is a fault of ours and keeps its trace. */
    private static RuntimeException meaning(Throwable cause) {
        if (cause instanceof SQLException sql && Database.isOfTheDisk(sql)) {
            HomeException home = new HomeException("store.write", sql.getMessage());
            home.initCause(sql);
            return home;
        }
        return new IllegalStateException("the events could not be recorded: " + cause, cause);
    }

    /** Nothing comes after the request that closes: whoever waits for an answer gets one. */
    private synchronized void enqueue(Request request) {
        if (closed) {
            throw new IllegalStateException("an event came after its home was closed");
        }
        waiting.add(request);
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
        try {
            sync(batch.stream().anyMatch(Request::durable));
            plain.execute("begin immediate");
            try {
                table.catchUp();
                List<List<Event>> written = new ArrayList<>();
                for (Request request : batch) {
                    request.work().run();
                    written.add(table.append(request.drafts()));
                }
                plain.execute("commit");
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).done().complete(written.get(i));
                }
            } catch (SQLException | RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
        } catch (SQLException | RuntimeException | Error e) { // whoever waits must hear of it, also when memory ran out
            batch.forEach(request -> request.done().completeExceptionally(e));
        }
    }

    /** SQLite itself rolls back when the disk is full; then there is nothing left to do. */
    private void rollback(Throwable why) {
        try {
            plain.execute("rollback");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Inside no transaction only; costs nothing where it does not change. */
    private void sync(boolean full) throws SQLException {
        if (full != durable) {
            plain.execute("pragma synchronous = " + (full ? "full" : "normal"));
            durable = full;
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.add(
                    new Request(List.of(), () -> {}, false, new CompletableFuture<>())); // wakes it for the last time
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        table.close();
        plain.close();
        connection.close();
    }
}
