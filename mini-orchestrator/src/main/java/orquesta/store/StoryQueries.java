package orquesta.store;

import java.util.Collection;
import java.util.List;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.RunId;

/** What is told of some tasks of a run that has thousands. */
public final class StoryQueries {
    /**
     * Of the tasks, and of the run itself, all; then what led to it, event by event; then what shows how things stand: the last
     * event of all, and the last state of whoever is told of by then. What was given up is rare and is always told.
     */
    private static final String STORY =
            "with recursive told (seq) as (select seq from event where run = ?1 and (step = ''"
                    + " or type in ('abandoned', 'late_result') or iif(partition = '', step, step || '@' || partition)"
                    + " in (select value from json_each(?2) tasks )) union select cause.seq from told join event on event.seq = told.seq"
                    + " join event cause on cause.seq = event.cause and cause.run = ?1)"
                    + " select * from event where seq in (select seq from told"
                    + " union select cause from event where run = ?1 and type = 'run_started'"
                    + " union select max(seq) from event where run = ?1"
                    + " union select max(seq) from event where run = ?1 and type = 'step_changed' and (step, partition) in"
                    + " (select step, partition from told join event on event.seq = told.seq) group by step, partition) order by seq";

    private final History history;

    public StoryQueries(History history) {
        this.history = history;
    }

    /** Of {@link History#story} the events that tell of these tasks, and why they are as they are, as that tells it. */
    public List<Event> of(RunId run, Collection<Task> tasks) {
        String names = history.rows.written(tasks.stream().map(Task::text).toList());
        return history.all(STORY, history.rows.events(), run.number(), names);
    }
}
