package orquesta.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;

/** The memory of a home: what is appended here can be read in its {@link #history()}. */
public final class SqliteStore implements EventLog, AutoCloseable {
    private final EventWriter writer;
    private final History history;
    private final Rows rows;

    /** Opens the file, and makes it if it is not there. */
    public SqliteStore(Path file, Clock clock) {
        Database database = new Database(file);
        EventCodec codec = new EventCodec();
        this.rows = new Rows(codec);
        try {
            this.writer = new EventWriter(database.writer(codec, clock), codec, clock);
            this.history = new History(database::reader, rows);
        } catch (SQLException e) {
            throw Database.meaning(e);
        }
    }

    public History history() {
        return history;
    }

    @Override
    public List<Event> append(List<Event.Draft> drafts) {
        return writer.append(drafts);
    }

    @Override
    public List<Entry> record(List<Event.Draft> drafts, Map<String, Integer> places, boolean audited) {
        return writer.record(drafts, places, audited);
    }

    @Override
    public Optional<Pin> published(String pipeline, Task task) {
        return history.published(pipeline, task);
    }

    @Override
    public boolean failed(String pipeline, Task task) {
        return history.failed(pipeline, task);
    }

    @Override
    public Optional<Fact.StepChanged> failedBeside(RunId run, Task task) {
        return history.failedBeside(run, task);
    }

    @Override
    public List<Event> appendBeginning(List<Event.Draft> drafts, List<Long> reads) {
        return writer.appendBeginning(drafts, reads);
    }

    /** Appends a tick and what follows from it, unless that tick is recorded already: then nothing. */
    public List<Event> appendTick(List<Event.Draft> drafts) {
        return writer.appendBeginning(drafts, List.of());
    }

    /**
     * Appends events, safe against loss of power, unless a run has begun or values were cleaned since an event: then nothing.
     * Whoever decided by what he had read until then must look again.
     */
    public List<Event> appendUnlessChanged(long since, List<Event.Draft> drafts) {
        return writer.appendUnlessChanged(since, drafts);
    }

    @Override
    public Optional<Event> cancelOf(RunId run) {
        return history.cancelOf(run);
    }

    @Override
    public void log(RunId run, @Nullable Task task, int attempt, String text) {
        writer.log(run, task, attempt, text);
    }

    /** Throws the projections away and makes them anew from the events; returns how many events there are. */
    public long rebuild() {
        return writer.rebuild(rows.events());
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        history.close();
    }
}
