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
import orquesta.event.Event;
import orquesta.event.RunId;

/**
 * The table of events, its projections and the table of logs, written together: each event gets its place and its time
 * here. Used by one thread, inside its transactions.
 */
final class EventTable implements AutoCloseable {
    private final Connection connection;
    private final EventCodec codec;
    private final Clock clock;
    private final Projection projection;
    private final PreparedStatement insert;
    private long lastSeq;

    EventTable(Connection connection, EventCodec codec, Clock clock) throws SQLException {
        this.connection = connection;
        this.codec = codec;
        this.clock = clock;
        this.projection = new Projection(connection, codec);
        this.insert = connection.prepareStatement("insert into event (seq, pipeline, run, at, type,"
                + " step, asset, attempt, cause, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** A transaction begins: other processes may have appended since the last one. */
    void catchUp() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(max(seq), 0) from event")) {
            result.next();
            lastSeq = result.getLong(1);
        }
    }

    /** A cause below zero is an event of the same drafts, from -1. */
    List<Event> append(List<Event.Draft> drafts) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long first = lastSeq + 1;
        List<Event> events = new ArrayList<>();
        for (Event.Draft draft : drafts) {
            long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
            Event event = new Event(++lastSeq, now, draft.run(), draft.step(), draft.attempt(), cause, draft.fact());
            insert(event);
            projection.apply(event);
            events.add(event);
        }
        return events;
    }

    private void insert(Event event) throws SQLException {
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

    void log(RunId run, String step, int attempt, String text) throws SQLException {
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

    /** Makes the projections anew from all events; returns how many there are. */
    long rebuild(History.Row<Event> reader) throws SQLException {
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
        insert.close();
        projection.close();
    }
}
