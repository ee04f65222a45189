package orquesta;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import orquesta.partition.PartitionChoice;
import orquesta.plan.PlanRequest;
import orquesta.run.RunState;
import orquesta.selection.Selection;
import orquesta.store.History;
import orquesta.text.UserException;

/** What an earlier run means for one that does it again: the same request and date, and what it had done well already. */
final class Reruns {
    private final History history;

    Reruns(History history) {
        this.history = history;
    }

    /**
     * A run of this home.
     *
     * @throws UserException if there is none of this number
     */
    RunRecord run(long number) {
        return history.run(number)
                .orElseThrow(() -> new UserException("", "rerun.unknown", number, history.nextRun() - 1));
    }

    RunRequest request(Pipeline pipeline, long number, boolean fromFailure, Clock clock) {
        RunRecord run = run(number);
        if (!run.id().pipeline().equals(pipeline.name())) {
            throw new UserException("", "rerun.other", number, run.id().pipeline(), pipeline.name());
        }
        UserException.when(run.status() == RunStatus.RUNNING, "", "rerun.running", number);
        Selection selection = Selection.parse(run.request().selection());
        int workers = Runtime.getRuntime().availableProcessors();
        RunRequest.Again again = new RunRequest.Again(number, fromFailure);
        PartitionChoice partitions = PartitionChoice.of(run.request().partitions(), clock.instant());
        return new RunRequest(selection, run.request().job(), clock, workers, origin(run.id()), partitions, again);
    }

    /** Where the definitions of a run came from. */
    Fact.Origin origin(RunId run) {
        return history.events(run).stream()
                .filter(event -> event.fact() instanceof Fact.RunStarted)
                .map(event -> ((Fact.RunStarted) event.fact()).origin())
                .findFirst()
                .orElse(Fact.Origin.UNKNOWN);
    }

    /** What the run that is done again had done well and need not be done now; null if all is to be done. */
    PlanRequest.@Nullable Done doneBefore(Pipeline pipeline, RunRequest request) {
        RunRequest.Again again = request.again();
        if (again == null || !again.fromFailure()) {
            return null;
        }
        RunId run = run(again.run()).id();
        List<Event> events = history.events(run);
        RunState state = RunState.of(events);
        Map<Task, Pin> values = new TreeMap<>();
        state.tasks().keySet().stream()
                .filter(task -> !task.isCheck() && isDone(pipeline, state, task))
                .forEach(task -> value(run, events, state, task).ifPresent(pin -> {
                    values.put(task, pin);
                    pipeline.checksOf(task.asset())
                            .forEach(check -> values.put(new Task(check.key(), task.partition()), pin));
                }));
        return new PlanRequest.Done(run, values);
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
