package orquesta.autograder.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.autograder.child.Script;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
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

    void act(Script.Act act) {
        if (act instanceof Script.RunSelection asked) {
            run("", asked.selection(), null);
        } else if (act instanceof Script.RunJob asked) {
            run(asked.job(), "", null);
        } else if (act instanceof Script.GoOn on) {
            goOn(on);
        } else if (act instanceof Script.Write file) {
            write(file);
        }
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
            run(due.schedule().job(), "", new Event.Draft(trigger, null, 0, 0, tick));
        }
    }

    /** One task at a time, so that the order of events is that of the plan. */
    private void run(String job, String selection, Event.@Nullable Draft tick) {
        RunEvents events = new RunEvents(clock, printed);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("job", job);
        told.put("tick", tick != null);
        runs.add(told);
        try {
            Selection asked = job.isEmpty() ? Selection.parse(List.of(selection)) : pipeline.job(job);
            orchestrator.run(pipeline, new RunRequest(asked, job, clock, 1), tick, events);
        } catch (UserException e) {
            told.put("refused", ScriptRun.told(e));
        }
        told.putAll(events.told());
    }
}
