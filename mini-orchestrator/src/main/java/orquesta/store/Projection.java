package orquesta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;
import orquesta.event.TriggerId;

/** Keeps the tables that are read in step with the events; in the transaction that appends them, or all anew. */
final class Projection implements AutoCloseable {
    static final List<String> TABLES = List.of("run", "step", "materialization", "check_result", "tick", "sensed");

    private final Connection connection;
    private final EventCodec codec;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Projection(Connection connection, EventCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    /** Forgets all; the events must be applied again from the first. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        }
    }

    void apply(Event event) throws SQLException {
        Fact fact = event.fact();
        if (fact instanceof Fact.RunStarted started) {
            run(
                    "insert into run (pipeline, run, status, selection, job, date, owner, partitions, started, reason, tick)"
                            + " values (?, ?, 'running', ?, ?, ?, ?, ?, ?, '', (select due from tick where seq = ?))",
                    event.run().pipeline(),
                    event.run().number(),
                    started.selection(),
                    started.job(),
                    started.date().toString(),
                    started.owner(),
                    started.partitions(),
                    event.at().toEpochMilli(),
                    event.cause());
        } else if (fact instanceof Fact.RunEnded ended) {
            run(
                    "update run set status = ?, ended = ?, reason = ? where run = ?",
                    ended.status().text(),
                    event.at().toEpochMilli(),
                    codec.write(ended.reason()),
                    event.run().number());
        } else if (fact instanceof Fact.StepChanged changed) {
            apply(event, changed);
        } else if (fact instanceof Fact.Materialized materialized) {
            apply(event, materialized);
        } else if (fact instanceof Fact.Published) {
            mark(event, "published");
        } else if (fact instanceof Fact.Delivered) {
            mark(event, "delivered");
        } else if (fact instanceof Fact.Cleaned cleaned) {
            apply(event, cleaned);
        } else if (fact instanceof Fact.CheckEvaluated evaluated) {
            apply(event, evaluated);
        } else if (fact instanceof Fact.Ticked ticked) {
            apply(event, ticked);
        } else if (fact instanceof Fact.Sensed sensed) {
            apply(event, sensed);
        }
    }

    private void apply(Event event, Fact.Sensed sensed) throws SQLException {
        TriggerId trigger = (TriggerId) event.subject();
        run(
                "insert into sensed (pipeline, sensor, number, seq) values (?, ?, ?, ?)",
                trigger.pipeline(),
                trigger.name(),
                sensed.number(),
                event.seq());
    }

    private void apply(Event event, Fact.Ticked ticked) throws SQLException {
        TriggerId trigger = (TriggerId) event.subject();
        run(
                "insert into tick (pipeline, schedule, due, seq) values (?, ?, ?, ?)",
                trigger.pipeline(),
                trigger.name(),
                ticked.due().toEpochMilli(),
                event.seq());
    }

    /** Marks the value that this attempt of the run wrote. */
    private void mark(Event event, String column) throws SQLException {
        run(
                "update materialization set " + column
                        + " = ? where run = ? and asset = ? and partition = ? and attempt = ?",
                event.seq(),
                event.run().number(),
                assetOf(event.task()),
                partitionOf(event.task()),
                event.attempt());
    }

    private void apply(Event event, Fact.Cleaned cleaned) throws SQLException {
        String column = cleaned.removed() ? "removed" : "cleaned";
        for (long value : cleaned.values()) {
            run(
                    "update materialization set " + column + " = ? where seq = ? and " + column + " is null",
                    event.seq(),
                    value);
        }
    }

    private void apply(Event event, Fact.StepChanged changed) throws SQLException {
        long at = event.at().toEpochMilli();
        boolean ends = changed.state().isEnd();
        Long started = changed.state() == State.RUNNING ? at : null;
        Long ended = ends ? at : null;
        run(
                """
                insert into step (pipeline, run, step, asset, partition, state, reason, cause, attempts, computing, pool, started, ended)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do update set state = excluded.state, reason = excluded.reason, cause = excluded.cause,
                  attempts = excluded.attempts, computing = excluded.computing, pool = excluded.pool, started = coalesce(step.started, excluded.started), ended = excluded.ended
                """,
                event.run().pipeline(),
                event.run().number(),
                textOf(event.task()),
                assetOf(event.task()),
                partitionOf(event.task()),
                changed.state().text(),
                codec.write(changed.reason()),
                event.cause(),
                event.attempt(),
                flag(event.attempt() > 0 && !ends),
                changed.pool(),
                started,
                ended);
    }

    private void apply(Event event, Fact.Materialized materialized) throws SQLException {
        run(
                "insert into materialization (seq, pipeline, asset, partition, run, attempt, value, bytes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                event.seq(),
                event.run().pipeline(),
                assetOf(event.task()),
                partitionOf(event.task()),
                event.run().number(),
                event.attempt(),
                codec.write(materialized.value()),
                keptBytes(materialized.value()));
        run(
                "update step set rows = ?, computing = 0, pool = '' where pipeline = ? and run = ? and step = ? and partition = ?",
                materialized.value().contents().rows(),
                event.run().pipeline(),
                event.run().number(),
                textOf(event.task()),
                partitionOf(event.task()));
    }

    private void apply(Event event, Fact.CheckEvaluated evaluated) throws SQLException {
        run(
                "insert into check_result (seq, pipeline, step, partition, run, attempt, passed, blocking, result)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.seq(),
                event.run().pipeline(),
                textOf(event.task()),
                partitionOf(event.task()),
                event.run().number(),
                event.attempt(),
                flag(evaluated.verdict().passed()),
                flag(evaluated.verdict().blocking()),
                codec.write(evaluated));
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }

    /** Files that a step made are its own, and are not kept for it: -1. */
    private static long keptBytes(Materialization value) {
        boolean kept = value.form() == ValueForm.TABLE || value.form() == ValueForm.JSON;
        return kept ? value.contents().bytes() : -1;
    }

    static String textOf(@Nullable Task task) {
        return task == null ? "" : task.step().text();
    }

    static String assetOf(@Nullable Task task) {
        return task == null ? "" : task.asset().name();
    }

    static String partitionOf(@Nullable Task task) {
        return task == null ? "" : task.partition();
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
