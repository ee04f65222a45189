package orquesta.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.RunId;

/** What runs and their steps printed. */
public final class LogQueries {
    private static final int PIECES = 8;
    private static final int CHARACTERS = 20_000;

    private final History history;

    public LogQueries(History history) {
        this.history = history;
    }

    /** What was printed in a run: by one step, or ({@code step} null) by all in the order in which it came. */
    public List<Chunk> of(RunId run, @Nullable StepKey step) {
        return of(run, step, "");
    }

    /** What one partition of a step printed; of an empty partition, all. */
    public List<Chunk> of(RunId run, @Nullable StepKey step, String partition) {
        return history.all(
                "select iif(partition = '', step, step || '@' || partition), attempt, text from log_chunk"
                        + " where run = ?1 and (?2 is null or step = ?2) and (?3 = '' or partition = ?3) order by n",
                result -> new Chunk(result.getString(1), result.getInt(2), result.getString(3)),
                run.number(),
                step == null ? null : step.text(),
                partition);
    }

    /** A piece of what a step printed; {@code step} is empty for the run as a whole. */
    public record Chunk(String step, int attempt, String text) {}

    /** The steps of a run that printed something, by index however much it was; an empty name stands for the run as a whole. */
    public Set<String> printing(RunId run) {
        return Set.copyOf(history.all(
                "with recursive known (step) as (select min(step) from log_chunk where run = ?1 union all"
                        + " select (select min(step) from log_chunk where run = ?1 and step > known.step) from known"
                        + " where known.step is not null) select step from known where step is not null",
                row -> row.getString(1),
                run.number()));
    }

    /** The end of what a step printed in a run (null is the run as a whole); empty if it printed nothing. */
    public String end(RunId run, @Nullable Task task) {
        List<String> pieces = new ArrayList<>(history.all(
                "select substr(text, ?) from log_chunk where run = ? and step = ? and partition = ? order by n desc limit ?",
                row -> row.getString(1),
                -CHARACTERS,
                run.number(),
                Projection.textOf(task),
                Projection.partitionOf(task),
                PIECES));
        Collections.reverse(pieces);
        String text = String.join("", pieces);
        return text.length() <= CHARACTERS ? text : "…" + text.substring(text.length() - CHARACTERS);
    }
}
