package orquesta.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunId;

/**
 * Writes events, one thread at a time: whoever asks writes, in one transaction, all that waits by then, so many steps that end
 * together cost one commit, and no step waits for a thread to wake. A transaction that publishes is synced to disk before it
 * counts; the others survive the death of the process, not of the machine.
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

    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    /** Held by the thread that writes. */
    private final ReentrantLock writing = new ReentrantLock();
    /** Writes what nobody waits for: it is woken by a permit. */
    private final Thread thread;

    private final Semaphore unasked = new Semaphore(0);
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

    List<Event> append(List<Event.Draft> drafts) {
        return ask(new Request(drafts, () -> {}, publishes(drafts), new CompletableFuture<>()));
    }

    private static boolean publishes(List<Event.Draft> drafts) {
        return drafts.stream().anyMatch(draft -> draft.fact() instanceof Fact.Published);
    }

    /** Appends what follows for a run; each task begins unless something stands in its way. */
    List<EventLog.Entry> record(List<Event.Draft> drafts, Map<String, Integer> places, boolean audited) {
        List<EventLog.Entry> entries = new ArrayList<>();
        Work work = () -> {
            entries.clear();
            entries.addAll(table.record(drafts, places, audited));
        };
        ask(new Request(List.of(), work, publishes(drafts), new CompletableFuture<>()));
        return entries;
    }

    /** Appends a tick, a run that begins, or both, unless the tick is recorded already or one of these values was cleaned. */
    List<Event> appendBeginning(List<Event.Draft> drafts, List<Long> reads) {
        List<Event> events = new ArrayList<>();
        Work work = () -> {
            events.clear();
            boolean late = table.isRecorded(drafts.get(0)) || table.isAnyCleaned(reads);
            events.addAll(late ? List.of() : table.append(drafts));
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
        unasked.release();
    }

    /** Makes the projections anew from all events, in one transaction; returns how many there are. */
    long rebuild(Reader.Row<Event> reader) {
        AtomicLong count = new AtomicLong();
        ask(new Request(List.of(), () -> count.set(table.rebuild(reader)), true, new CompletableFuture<>()));
        return count.get();
    }

    private List<Event> ask(Request request) {
        enqueue(request);
        writeWaiting();
        try {
            return request.done().join();
        } catch (CompletionException e) {
            throw meaning(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Trouble of the disk, or of another program, has a remedy and is told so; all else is a fault of ours and keeps its trace. */
    private static RuntimeException meaning(Throwable cause) {
        Optional<RuntimeException> trouble = Optional.empty();
        if (cause instanceof SQLException sql) {
            trouble = Database.trouble(sql, "store.write");
        }
        return trouble.orElseGet(() -> new IllegalStateException("the events could not be recorded: " + cause, cause));
    }

    /** Nothing comes after the request that closes: whoever waits for an answer gets one. */
    private synchronized void enqueue(Request request) {
        if (closed) {
            throw new IllegalStateException("an event came after its home was closed");
        }
        waiting.add(request);
    }

    private void loop() {
        boolean last = false;
        while (!last) {
            unasked.acquireUninterruptibly();
            unasked.drainPermits();
            last = closed;
            writeWaiting();
        }
    }

    /** Writes all that waits; nothing if the thread that wrote meanwhile has taken it along. */
    private void writeWaiting() {
        writing.lock();
        try {
            List<Request> batch = new ArrayList<>();
            for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
                batch.add(next);
            }
            if (!batch.isEmpty()) {
                write(batch);
            }
        } finally {
            writing.unlock();
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
            unasked.release(); // for the last time
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
