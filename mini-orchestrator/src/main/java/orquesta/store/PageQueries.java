package orquesta.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.StepKey;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.StepRecord;

/** What pages ask of a home. Each answer costs the same with ten runs and with a hundred thousand. */
public final class PageQueries {
    private final History history;

    public PageQueries(History history) {
        this.history = history;
    }

    /** The newest state of a step, and the run that left it there. */
    public record Newest(RunId run, StepRecord step) {}

    /** Runs of a pipeline older than {@code before}, newest first. */
    public List<RunRecord> runs(String pipeline, long before, int limit) {
        return history.all(
                History.RUN + "where pipeline = ? and run < ? order by run desc limit ?",
                history.rows::run,
                pipeline,
                before,
                limit);
    }

    /** The newest state of each of these steps that ever was in a run. */
    public List<Newest> newest(String pipeline, Collection<? extends StepKey> steps) {
        return history.all(
                "select s.run, s.step, s.partition, s.state, s.attempts, s.reason, s.cause, s.rows, s.started, s.ended"
                        + " from json_each(?1) wanted cross join step s on s.pipeline = ?2 and s.step = wanted.value"
                        + " and (s.run, s.partition) = (select run, partition from step indexed by step_name where step = wanted.value"
                        + " and pipeline = ?2 order by run desc, state in ('ok', 'reused') limit 1)",
                newest(pipeline),
                history.rows.written(steps.stream().map(StepKey::text).toList()),
                pipeline);
    }

    private Reader.Row<Newest> newest(String pipeline) {
        Reader.Row<StepRecord> steps = history.rows.steps();
        return row -> new Newest(new RunId(pipeline, row.getLong("run")), steps.read(row));
    }

    /** The steps of a run that failed by themselves, and the assets that they judge: they tell which failed first. */
    public List<StepRecord> failed(RunId run) {
        return history.all(
                "select step, partition, state, attempts, reason, cause, rows, started, ended from step"
                        + " where pipeline = ?1 and run = ?2 and (state in ('failed', 'crashed') or step = asset"
                        + " and (asset, partition) in (select asset, partition from step where pipeline = ?1 and run = ?2"
                        + " and state in ('failed', 'crashed'))) order by step",
                history.rows.steps(),
                run.pipeline(),
                run.number());
    }

    /** The states that each asset has in a run, by its name: one, or of one with several tasks some. */
    public Map<String, List<State>> assetStates(RunId run) {
        Map<String, List<State>> states = new HashMap<>();
        history.all(
                        "select step, group_concat(state) from step where pipeline = ? and run = ? and step = asset group by step",
                        row -> Map.entry(row.getString(1), states(row.getString(2))),
                        run.pipeline(),
                        run.number())
                .forEach(found -> states.put(found.getKey(), found.getValue()));
        return states;
    }

    private static List<State> states(String texts) {
        return Arrays.stream(texts.split(",")).distinct().map(State::parse).toList();
    }
}
