package orquesta.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.CheckKey;
import orquesta.asset.CheckResult;
import orquesta.asset.Inputs;
import orquesta.asset.Need;
import orquesta.asset.StepFunction;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.plan.Plan;
import orquesta.run.RunState;
import orquesta.run.Signal;
import orquesta.run.StepOutcome;
import orquesta.text.Message;

/**
 * One run on a virtual clock: {@link RunState} decides everything that happens in it, as in every run; this class only has
 * the time pass, calls the functions of the assets, and keeps their values, as threads, log and store do elsewhere.
 */
final class NightRun {
    private static final Duration OF_A_CHECK = Duration.ofMinutes(1);
    private static final Materialization KEPT = new Materialization(
            ValueForm.JSON, "", Materialization.Contents.NONE, Materialization.ContentHash.NONE, Map.of(), null);

    /** The end of an attempt. */
    private record Ending(Instant at, Task task, int attempt) {}

    private final Plan plan;
    private final Night night;
    private final RunId id;
    private final RunState state;
    private final PriorityQueue<Ending> endings = new PriorityQueue<>((one, other) -> one.at.compareTo(other.at));
    private final Map<String, Object> values = new HashMap<>();
    private final List<LaneEvent> events = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private Instant now;
    private long seq = 0;

    NightRun(Plan plan, Night night, Instant begin) {
        this.plan = plan;
        this.night = night;
        this.now = begin;
        this.id = new RunId(plan.pipeline().name(), night.day().toEpochDay());
        this.state = new RunState(plan.tasks());
    }

    LocalDate day() {
        return night.day();
    }

    List<LaneEvent> events() {
        return events;
    }

    List<Publication> published() {
        return published;
    }

    /** From its first event to its last. */
    void live() {
        LocalDate date = night.day().plusDays(1);
        take(new Signal.Begins(new Fact.RunStarted(plan.selection(), NightlyAssets.JOB, date, Map.of(), "demo")));
        while (state.ended().isEmpty()) {
            state.ready(now).toList().forEach(this::begin);
            if (state.isOver() && endings.isEmpty()) {
                take(new Signal.AllDone(Message.of("run.interrupted")));
            } else {
                passTime();
            }
        }
    }

    private void begin(Task task) {
        take(new Signal.Free(1, task::equals));
        int attempt = state.of(task).attempt();
        Duration takes = task.isCheck() ? OF_A_CHECK : night.duration(program(task), attempt);
        endings.add(new Ending(now.plus(takes), task, attempt));
    }

    /** To the end of an attempt, or to the moment when the rules want to be asked again. */
    private void passTime() {
        Ending next = endings.peek();
        Stream<Instant> ends = Stream.ofNullable(next).map(Ending::at);
        now = Stream.concat(ends, state.nextWake(now).stream())
                .min(Instant::compareTo)
                .orElseThrow();
        if (next != null && next.at.equals(now)) {
            endings.remove();
            take(new Signal.Ended(next.task, next.attempt, outcome(next.task, next.attempt)));
        } else {
            take(new Signal.TimePassed());
        }
    }

    private StepOutcome outcome(Task task, int attempt) {
        if (!task.isCheck() && night.breaksOff(program(task), attempt)) {
            return new StepOutcome.Failed(Message.of("demo.broke_off"));
        }
        Object value = compute(task);
        if (value instanceof CheckResult.Known known) {
            boolean blocking = state.graph().of(task).blocking();
            Fact.Verdict verdict = new Fact.Verdict(known.passed(), blocking, known.description(), known.facts());
            return new StepOutcome.Judged(new Fact.CheckEvaluated(verdict, -1, List.of(), List.of()));
        }
        values.put(task.asset().name(), value);
        return new StepOutcome.Written(KEPT);
    }

    private Object compute(Task task) {
        List<Need> needs = task.step() instanceof CheckKey check
                ? plan.pipeline().check(check).needs()
                : plan.pipeline().graph().definition(task.asset()).needs();
        StepFunction function = task.step() instanceof CheckKey check
                ? plan.pipeline().check(check).function()
                : plan.pipeline().graph().definition(task.asset()).function();
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        for (Need need : needs) {
            Object value = need instanceof Need.Upstream upstream
                    ? values.get(upstream.key().name())
                    : new VirtualRun(id.number(), night.day().plusDays(1), now);
            inputs.put(need.name(), value);
        }
        try {
            return Objects.requireNonNull(function.apply(new Inputs(inputs)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Signal signal) {
        long first = seq + 1;
        for (Event.Draft draft : state.decide(id, List.of(signal), now)) {
            long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
            Event event = draft.at(++seq, now, cause);
            state.apply(event);
            note(event);
        }
    }

    private void note(Event event) {
        Task task = event.task();
        if (task == null) {
            return;
        }
        Object value = values.get(task.asset().name());
        if (event.fact() instanceof Fact.StepChanged changed && changed.state() != State.PLANNED) {
            events.add(new LaneEvent(now, night.day(), task.text(), changed.state(), changed.reason()));
        } else if (event.fact() instanceof Fact.Published && value instanceof Report report) {
            published.add(new Publication(now, report));
        }
    }

    private static Program program(Task asset) {
        return Stream.of(Program.values())
                .filter(program -> program.makes().equals(asset.asset().name()))
                .findFirst()
                .orElseThrow();
    }
}
