package orquesta.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import orquesta.asset.CheckDefinition;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.plan.PlanRequest;
import orquesta.run.RunState;
import orquesta.store.CleanedValues;
import orquesta.store.History;
import orquesta.text.Message;
import orquesta.text.UserException;

/** What an earlier run means for one that does it again: where its definitions came from, and what it had done well. */
public final class EarlierRuns {
    private final History history;

    public EarlierRuns(History history) {
        this.history = history;
    }

    /**
     * A run of this home.
     *
     * @throws UserException if there is none of this number
     */
    public RunRecord run(long number) {
        return history.run(number)
                .orElseThrow(() -> new UserException("", "rerun.unknown", number, history.nextRun() - 1));
    }

    /**
     * A run that can be done again.
     *
     * @throws UserException if there is none of this number, if it is another pipeline's, or if it goes on
     */
    public RunRecord ended(Pipeline pipeline, long number) {
        RunRecord run = run(number);
        if (!run.id().pipeline().equals(pipeline.name())) {
            throw new UserException("", "rerun.other", number, run.id().pipeline(), pipeline.name());
        }
        UserException.when(run.status() == RunStatus.RUNNING, "", "rerun.running", number);
        return run;
    }

    /** Where the definitions of a run came from. */
    public Fact.Origin origin(RunId run) {
        return history.events(run).stream()
                .filter(event -> event.fact() instanceof Fact.RunStarted)
                .map(event -> ((Fact.RunStarted) event.fact()).origin())
                .findFirst()
                .orElse(Fact.Origin.UNKNOWN);
    }

    /** What the run that is done again had done well and need not be done now. */
    public PlanRequest.Done done(Pipeline pipeline, long number) {
        RunId run = run(number).id();
        List<Event> events = history.events(run);
        RunState state = RunState.of(events);
        Map<Task, Pin> values = new TreeMap<>();
        state.tasks().keySet().stream()
                .filter(task -> !task.isCheck() && isDone(pipeline, state, task))
                .forEach(task -> value(run, events, state, task).ifPresent(pin -> values.put(task, pin)));
        Map<Task, Message> gone = gone(run, values);
        values.keySet().removeAll(gone.keySet());
        for (Map.Entry<Task, Pin> done : List.copyOf(values.entrySet())) {
            Task task = done.getKey();
            pipeline.checksOf(task.asset())
                    .forEach(check -> values.put(new Task(check.key(), task.partition()), done.getValue()));
        }
        return new PlanRequest.Done(run, Map.copyOf(values), gone);
    }

    /** What was cleaned since must be computed again, and its checks must judge again. */
    private Map<Task, Message> gone(RunId run, Map<Task, Pin> values) {
        CleanedValues cleaned = new CleanedValues(history);
        Map<Task, Message> gone = new TreeMap<>();
        values.forEach((task, pin) -> cleaned.of(pin.materialization())
                .ifPresent(one -> gone.put(task, Message.of("plan.cleaned", run, one.time(), one.why()))));
        return gone;
    }

    /** An asset that got a check since must be looked at again. */
    private static boolean isDone(Pipeline pipeline, RunState state, Task task) {
        boolean known = pipeline.graph().keys().contains(task.asset());
        return known
                && state.of(task).state().isGood()
                && pipeline.checksOf(task.asset()).stream()
                        .map(CheckDefinition::key)
                        .allMatch(check ->
                                state.of(new Task(check, task.partition())).isEnd());
    }

    /** What the run published, or had reused in its turn. */
    private Optional<Pin> value(RunId run, List<Event> events, RunState state, Task task) {
        if (state.of(task).state() != State.REUSED) {
            return history.publishedBy(run, task);
        }
        return events.stream()
                .filter(event -> event.fact() instanceof Fact.RunStarted)
                .map(event -> ((Fact.RunStarted) event.fact()).pins().get(task.text()))
                .findFirst()
                .flatMap(history::materialization)
                .or(() -> history.published(
                        run.pipeline(), task)); // reused while it ran: what another run had made by then
    }
}
