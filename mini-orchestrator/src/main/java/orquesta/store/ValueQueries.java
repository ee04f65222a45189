package orquesta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;

/** What a cleaning asks: which values there are, what they take, and who may still read them. */
public final class ValueQueries {
    private static final String VALUE = "select k.seq, k.pipeline, k.asset, k.partition, k.run, k.attempt,"
            + " coalesce(k.published, 0) as published, k.bytes from ";
    private static final String KEPT = "materialization k indexed by materialization_kept";
    private static final String IS_KEPT = "k.cleaned is null and k.bytes >= 0";
    private static final String BEGAN =
            "e.seq = (select seq from event where run = r.run and type = 'run_started'" + " order by seq limit 1)";

    private final History history;

    public ValueQueries(History history) {
        this.history = history;
    }

    /** What is kept of each asset, or partition of one, that a run wrote: of all runs. */
    public List<KeptValue> keptOf(RunId run) {
        return history.all(
                VALUE + "(select distinct pipeline, asset, partition from materialization where run = ?) w cross join "
                        + KEPT + " on k.pipeline = w.pipeline and k.asset = w.asset and k.partition = w.partition and "
                        + IS_KEPT,
                ValueQueries::value,
                run.number());
    }

    /** What is kept in the whole home. */
    public List<KeptValue> kept() {
        return history.all(VALUE + KEPT + " where " + IS_KEPT, ValueQueries::value);
    }

    /** What all that is kept takes. */
    public long bytes() {
        return history.all("select coalesce(sum(k.bytes), 0) from " + KEPT + " where " + IS_KEPT, row -> row.getLong(1))
                .get(0);
    }

    /** What was cleaned and is not known to be gone: a process died, or a store did not answer. */
    public List<KeptValue> unremoved() {
        return history.all(
                VALUE + "materialization k indexed by materialization_unremoved"
                        + " where k.cleaned is not null and k.removed is null order by k.seq",
                ValueQueries::value);
    }

    /**
     * Who may still read old values of some pipelines: every run that goes on, and of the last runs of each pipeline those that
     * did not end well.
     *
     * @param runs how many are the last runs
     */
    public List<ValueReader> readers(Collection<String> pipelines, int runs) {
        List<ValueReader> readers = new ArrayList<>();
        history.all(
                        "select e.* from run r join event e on " + BEGAN + " where r.status = 'running'",
                        history.rows.events())
                .forEach(began -> readers.add(reader(began, tasks(began.run()))));
        for (String pipeline : pipelines) {
            history.all(
                            "select e.* from (select run, status from run where pipeline = ?1 order by run desc limit ?2) r"
                                    + " join event e on " + BEGAN
                                    + " where r.status not in ('running', 'ok', 'warned')",
                            history.rows.events(),
                            pipeline,
                            runs)
                    .forEach(began -> readers.add(reader(began, Set.of())));
        }
        return readers;
    }

    private Set<Task> tasks(RunId run) {
        return new HashSet<>(history.all(
                "select distinct asset, partition from step where pipeline = ? and run = ?",
                ValueQueries::task,
                run.pipeline(),
                run.number()));
    }

    private static ValueReader reader(Event began, Set<Task> tasks) {
        Fact.RunStarted started = (Fact.RunStarted) began.fact();
        return new ValueReader(
                began.run(), began.seq(), new HashSet<>(started.pins().values()), tasks);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(new AssetKey(row.getString("asset")), row.getString("partition"));
    }

    private static KeptValue value(ResultSet row) throws SQLException {
        return new KeptValue(
                row.getLong("seq"),
                new RunId(row.getString("pipeline"), row.getLong("run")),
                task(row),
                row.getInt("attempt"),
                row.getLong("published"),
                row.getLong("bytes"));
    }
}
