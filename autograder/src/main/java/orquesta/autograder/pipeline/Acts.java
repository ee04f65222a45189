package orquesta.autograder.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.asset.Task;
import orquesta.autograder.child.Script;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.partition.PartitionChoice;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Does the acts of a script, one after another, and keeps what each run said. */
final class Acts {
    private static final int MOST_TICKS = 5_000;

    private final Orchestrator orchestrator;
    private final Pipeline pipeline;
    private final VirtualClock clock;
    private final Path root;
    private final PrintStream printed = System.err;
    private final List<Object> runs = new ArrayList<>();
    private final List<Object> ticks = new ArrayList<>();
    private final Set<Task> published = new TreeSet<>();

    Acts(Orchestrator orchestrator, Pipeline pipeline, VirtualClock clock, Path root) {
        this.orchestrator = orchestrator;
        this.pipeline = pipeline;
        this.clock = clock;
        this.root = root;
    }

    List<Object> runs() {
        return runs;
    }

    List<Object> ticks() {
        return ticks;
    }

    /** The tasks of which a run has published something. */
    Set<Task> published() {
        return published;
    }

    void act(Script.Act act) {
        if (act instanceof Script.RunSelection asked) {
            run(new Wish("", asked.selection(), nowhere()), null);
        } else if (act instanceof Script.RunJob asked) {
            run(new Wish(asked.job(), "", nowhere()), null);
        } else if (act instanceof Script.RunPartitions asked) {
            PartitionChoice chosen = new PartitionChoice(asked.partitions(), asked.onlyNeeded(), clock.instant());
            run(new Wish("", asked.selection(), chosen), null);
        } else if (act instanceof Script.GoOn on) {
            goOn(on);
        } else if (act instanceof Script.Write file) {
            write(file);
        }
    }

    /** What is asked to be run: a job, or a selection. */
    private record Wish(String job, String selection, PartitionChoice partitions) {}

    private PartitionChoice nowhere() {
        return PartitionChoice.none(clock.instant());
    }

    private void write(Script.Write file) {
        try {
            ScriptRun.write(root, file.name(), file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Due(Schedule schedule, Tick tick) {}

    /** The ticks of all schedules, in the order in which they fall due. */
    private void goOn(Script.GoOn on) {
        List<Due> due = new ArrayList<>();
        for (Schedule schedule : pipeline.schedules().values()) {
            schedule.timing()
                    .after(clock.instant())
                    .takeWhile(tick -> !tick.due().isAfter(on.until()))
                    .limit(MOST_TICKS)
                    .forEach(tick -> due.add(new Due(schedule, tick)));
        }
        due.sort(Comparator.comparing(each -> each.tick().due()));
        for (int i = 0; i < due.size(); i++) {
            happens(due.get(i), i < on.runs());
        }
        clock.moveTo(on.until());
    }

    private void happens(Due due, boolean runs) {
        Instant at = due.tick().due();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("schedule", due.schedule().name());
        told.put("due", at);
        ticks.add(told);
        if (runs) {
            clock.moveTo(at);
            TriggerId trigger = new TriggerId(pipeline.name(), due.schedule().name());
            Fact tick = new Fact.Ticked(at, due.tick().asked(), State.RUNNING, Message.of("tick.due"));
            run(new Wish(due.schedule().job(), "", nowhere()), new Event.Draft(trigger, null, 0, 0, tick));
        }
    }

    /** One task at a time, so that the order of events is that of the plan. */
    private void run(Wish wish, Event.@Nullable Draft tick) {
        RunEvents events = new RunEvents(clock, printed);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("job", wish.job());
        told.put("tick", tick != null);
        runs.add(told);
        try {
            RunRequest request = request(wish);
            if (wish.partitions().onlyNeeded()
                    && orchestrator.plan(pipeline, request).tasks().isEmpty()) {
                told.put("status", "nothing");
                told.put("date", LocalDate.now(clock));
            } else {
                orchestrator.run(pipeline, request, tick, events);
            }
        } catch (UserException e) {
            told.put("refused", ScriptRun.told(e));
        }
        told.putAll(events.told());
        published.addAll(events.published());
    }

    private RunRequest request(Wish wish) {
        Selection asked = wish.job().isEmpty() ? Selection.parse(List.of(wish.selection())) : pipeline.job(wish.job());
        return new RunRequest(asked, wish.job(), clock, 1).in(wish.partitions());
    }
}
