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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.TriggerId;

/**
 * The table of events, its projections and the table of logs, written together: each event gets its place and its time
 * here. Used by one thread, inside its transactions.
 */
final class EventTable implements AutoCloseable {
    private static final String COMPUTING =
            "select pipeline, run from step where step = ? and partition = ? and pipeline = ? and run <> ?"
                    + " and computing = 1 order by run limit 1";
    /** Computing, or auditing what it has computed: of the runs that go on, which are few. */
    private static final String AT_WORK =
            "select s.pipeline, s.run from run r join step s on s.pipeline = r.pipeline and s.run = r.run"
                    + " where r.status = 'running' and s.step = ? and s.partition = ? and s.pipeline = ? and s.run <> ?"
                    + " and (s.computing = 1 or s.state = 'running') order by s.run limit 1";

    private final Connection connection;
    private final EventCodec codec;
    private final Clock clock;
    private final Projection projection;
    private final PreparedStatement insert;
    private final PreparedStatement last;
    private final PreparedStatement computing;
    private final PreparedStatement atWork;
    private long lastSeq;

    EventTable(Connection connection, EventCodec codec, Clock clock) throws SQLException {
        this.connection = connection;
        this.codec = codec;
        this.clock = clock;
        this.projection = new Projection(connection, codec);
        this.insert = connection.prepareStatement("insert into event (seq, pipeline, run, \"trigger\", at,"
                + " type, step, asset, partition, attempt, cause, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.last = connection.prepareStatement("select coalesce(max(seq), 0) from event");
        this.computing = connection.prepareStatement(COMPUTING);
        this.atWork = connection.prepareStatement(AT_WORK);
    }

    /** A transaction begins: other processes may have appended since the last one. */
    void catchUp() throws SQLException {
        try (ResultSet result = last.executeQuery()) {
            result.next();
            lastSeq = result.getLong(1);
        }
    }

    List<Event> append(List<Event.Draft> drafts) throws SQLException {
        Instant now = now();
        long first = lastSeq + 1;
        List<Event> events = new ArrayList<>();
        for (Event.Draft draft : drafts) {
            events.add(append(draft, first, now));
        }
        return events;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A cause below zero is an event of the same drafts, from -1. */
    private Event append(Event.Draft draft, long first, Instant now) throws SQLException {
        long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
        Event event = draft.at(++lastSeq, now, cause);
        insert(event);
        projection.apply(event);
        return event;
    }

    /** Appends facts of a run; that a task begins only if no other run computes the same, and if its pool has a place. */
    List<EventLog.Entry> record(List<Event.Draft> drafts, Map<String, Integer> places, boolean audited)
            throws SQLException {
        Instant now = now();
        long first = lastSeq + 1;
        List<EventLog.Entry> entries = new ArrayList<>();
        for (Event.Draft draft : drafts) {
            Optional<EventLog.Holder> holder =
                    draft.fact().begins() ? holder(draft, places, audited) : Optional.empty();
            entries.add(
                    holder.isPresent()
                            ? new EventLog.Entry(null, holder.get())
                            : new EventLog.Entry(append(draft, first, now), null));
        }
        return entries;
    }

    private void insert(Event event) throws SQLException {
        insert.setLong(1, event.seq());
        insert.setString(2, event.subject().pipeline());
        insert.setLong(3, event.subject() instanceof RunId run ? run.number() : 0);
        insert.setString(4, event.subject() instanceof TriggerId trigger ? trigger.name() : "");
        insert.setLong(5, event.at().toEpochMilli());
        insert.setString(6, codec.type(event.fact()));
        insert.setString(7, Projection.textOf(event.task()));
        insert.setString(8, Projection.assetOf(event.task()));
        insert.setString(9, Projection.partitionOf(event.task()));
        insert.setInt(10, event.attempt());
        insert.setLong(11, event.cause());
        insert.setString(12, codec.write(event.fact()));
        insert.executeUpdate();
    }

    private Optional<EventLog.Holder> holder(Event.Draft draft, Map<String, Integer> places, boolean audited)
            throws SQLException {
        Task task = Objects.requireNonNull(draft.task());
        String pool = ((Fact.StepChanged) draft.fact()).pool();
        Optional<EventLog.Holder> holder = task.isCheck() ? Optional.empty() : computing(draft, task, audited);
        return holder.isPresent() || pool.isEmpty() ? holder : filling(pool, places.getOrDefault(pool, 1));
    }

    /** Whether this is a tick of a schedule, or a number of a sensor, that is decided already, by whichever daemon. */
    boolean isRecorded(Event.Draft tick) throws SQLException {
        if (!(tick.subject() instanceof TriggerId trigger)) {
            return false;
        }
        boolean sensed = tick.fact() instanceof Fact.Sensed;
        String known = sensed
                ? "select 1 from sensed where pipeline = ? and sensor = ? and number = ?"
                : "select 1 from tick where pipeline = ? and schedule = ? and due = ?";
        try (PreparedStatement statement = connection.prepareStatement(known)) {
            statement.setString(1, trigger.pipeline());
            statement.setString(2, trigger.name());
            statement.setLong(
                    3,
                    tick.fact() instanceof Fact.Sensed told
                            ? told.number()
                            : ((Fact.Ticked) tick.fact()).due().toEpochMilli());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether a value was cleaned that one of these events materialized. */
    boolean isAnyCleaned(List<Long> values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from json_each(?) asked cross join materialization m"
                        + " on m.seq = asked.value where m.cleaned is not null limit 1")) {
            statement.setString(1, values.toString());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether no run has begun since an event, and no value was cleaned. */
    boolean isUnchanged(long since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from event where seq > ? and type in ('run_started', 'cleaned') limit 1")) {
            statement.setLong(1, since);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private Optional<EventLog.Holder> computing(Event.Draft draft, Task task, boolean audited) throws SQLException {
        PreparedStatement statement = audited ? atWork : computing;
        statement.setString(1, task.step().text());
        statement.setString(2, task.partition());
        statement.setString(3, draft.subject().pipeline());
        statement.setLong(4, ((RunId) draft.subject()).number());
        return holder(statement, "");
    }

    private Optional<EventLog.Holder> filling(String pool, int places) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pipeline, run from step where pool = ? and pool <> '' order by run limit 1 offset ?")) {
            statement.setString(1, pool);
            statement.setInt(2, places - 1);
            return holder(statement, pool);
        }
    }

    private static Optional<EventLog.Holder> holder(PreparedStatement statement, String pool) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next()
                    ? Optional.of(new EventLog.Holder(new RunId(found.getString(1), found.getLong(2)), pool))
                    : Optional.empty();
        }
    }

    void log(RunId run, @Nullable Task task, int attempt, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into log_chunk (pipeline, run, step, partition, attempt, text) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, run.pipeline());
            insert.setLong(2, run.number());
            insert.setString(3, Projection.textOf(task));
            insert.setString(4, Projection.partitionOf(task));
            insert.setInt(5, attempt);
            insert.setString(6, text);
            insert.executeUpdate();
        }
    }

    /** Makes the projections anew from all events; returns how many there are. */
    long rebuild(Reader.Row<Event> reader) throws SQLException {
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

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(insert, last, computing, atWork)) {
            statement.close();
        }
        projection.close();
    }
}
