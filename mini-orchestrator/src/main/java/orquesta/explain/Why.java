package orquesta.explain;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.text.Message;
import orquesta.text.Moments;

/** The chain of causes of a step's state, from the state down to its root. A pure function over the events of one run. */
public final class Why {
    private static final Set<State> WELL = EnumSet.of(State.OK, State.REUSED);
    private static final Set<State> FOLLOWS = EnumSet.of(State.UPSTREAM_FAILED, State.SKIPPED);

    private final Map<Long, Event> bySeq = new HashMap<>();
    private final Map<Task, Event> last = new HashMap<>();
    private final List<Event> events;
    /** The attempts that went on all the same, by the event that ended them. */
    private final Map<Long, Event> givenUp = new HashMap<>();
    /** Those of them that have ended after all. */
    private final List<Event> late = new ArrayList<>();

    private boolean ended = false;

    private @Nullable Event started;

    private Why(List<Event> events) {
        this.events = events;
        for (Event event : events) {
            bySeq.put(event.seq(), event);
            if (event.fact() instanceof Fact.RunStarted) {
                started = event;
            }
            if (event.fact() instanceof Fact.Abandoned) {
                givenUp.put(event.cause(), event);
            }
            if (event.fact() instanceof Fact.LateResult) {
                late.add(event);
            }
            ended = ended || event.fact() instanceof Fact.RunEnded;
            if (event.task() != null && event.fact() instanceof Fact.StepChanged) {
                last.put(event.task(), event);
            }
        }
    }

    /** One sentence a cause; a single one where the step was no part of the run. */
    public static List<Message> of(List<Event> events, StepKey step) {
        return of(events, Task.of(step));
    }

    /** The same, for one partition; without a name of one, the first partition that is not well, else the last. */
    public static List<Message> of(List<Event> events, Task task) {
        Why why = new Why(events);
        return why.chain(why.meant(task));
    }

    private Task meant(Task task) {
        if (last.containsKey(task) || !task.partition().isEmpty()) {
            return task;
        }
        List<Task> partitions = last.keySet().stream()
                .filter(known -> known.step().equals(task.step()))
                .sorted()
                .toList();
        return partitions.stream()
                .filter(known -> !isWell(known))
                .findFirst()
                .orElse(partitions.isEmpty() ? task : partitions.get(partitions.size() - 1));
    }

    private boolean isWell(Task task) {
        Event event = last.get(task);
        return event != null && event.fact() instanceof Fact.StepChanged changed && WELL.contains(changed.state());
    }

    /** The chains of many steps of one run: reads its events once. */
    public interface Chains {
        Page of(Task task);
    }

    /**
     * What a page says of one of its steps.
     *
     * @param elsewhere the step whose story is the rest of this one; null if nothing is left to tell
     */
    public record Page(List<Message> sentences, @Nullable Task elsewhere) {}

    public static Chains in(List<Event> events) {
        return new Why(events)::onPage;
    }

    private List<Message> chain(Task step) {
        Event event = last.get(step);
        if (event == null) {
            return List.of(Message.of("why.absent", step.text(), selection()));
        }
        List<Message> sentences = new ArrayList<>();
        while (event != null) {
            sentences.addAll(sentence(event));
            event = before(event, step);
        }
        return sentences;
    }

    /** What led to an event. The story ends where something went well: what is above that is no cause, only the run is left to tell. */
    private @Nullable Event before(Event event, Task asked) {
        Event cause = bySeq.get(event.cause());
        boolean well = cause != null
                && cause.fact() instanceof Fact.StepChanged changed
                && WELL.contains(changed.state())
                && !asked.equals(cause.task());
        return well ? started : cause;
    }

    /** The same, for a page that shows all steps: a state that follows from another step's is told there. */
    private Page onPage(Task step) {
        Event event = last.get(step);
        if (event == null) {
            return new Page(chain(step), null);
        }
        Task root = rootOf(event);
        return root.equals(step) ? new Page(chain(step), null) : new Page(sentence(event), root);
    }

    /** The step from which a state follows that its own step never began for. */
    private Task rootOf(Event event) {
        Event at = event;
        Event root = event;
        while (at != null
                && at.task() != null
                && at.fact() instanceof Fact.StepChanged changed
                && FOLLOWS.contains(changed.state())) {
            at = bySeq.get(at.cause());
            root = at == null || at.task() == null ? root : at;
        }
        return Objects.requireNonNull(root.task());
    }

    /** What an event adds to the story; nothing for the steps in between that go without saying. */
    private List<Message> sentence(Event event) {
        Fact fact = event.fact();
        String step = event.task() == null ? "" : event.task().text();
        if (fact instanceof Fact.StepChanged changed) {
            return stateOf(event, changed);
        }
        if (fact instanceof Fact.Materialized materialized) {
            long rows = materialized.value().contents().rows();
            return List.of(rows < 0 ? Message.of("why.wrote", step) : Message.of("why.wrote_rows", step, rows));
        }
        if (fact instanceof Fact.CheckEvaluated check && !check.sample().isEmpty()) {
            return List.of(Message.of("why.first_row", step, row(check)));
        }
        if (fact instanceof Fact.RunStarted started) {
            String key = started.job().isEmpty() ? "why.run" : "why.run_job";
            Message said = Message.of(key, event.run(), asked(started.selection()), started.date(), started.job());
            return List.of(inProfile(said, started));
        }
        if (fact instanceof Fact.Ticked ticked) {
            String asked = ticked.asked().stream().map(LocalDateTime::toString).collect(Collectors.joining(", "));
            return List.of(Message.of("why.ticked", ((TriggerId) event.subject()).name(), asked, ticked.reason()));
        }
        if (fact instanceof Fact.Sensed sensed) {
            return List.of(Message.of("why.sensed", ((TriggerId) event.subject()).name(), sensed.reason()));
        }
        return List.of();
    }

    /** What is said of the beginning of a run, with the profile that it is in. */
    public static Message inProfile(Message said, Fact.RunStarted started) {
        String profile = started.origin().profile();
        return profile.isEmpty() ? said : Message.of("profile.in", said, profile);
    }

    /** Every end, every wait, and whatever state is the last so far; with what time or an attempt that goes on still brings. */
    private List<Message> stateOf(Event event, Fact.StepChanged changed) {
        String step = event.task() == null ? "" : event.task().text();
        boolean now = event.task() != null && event.equals(last.get(event.task()));
        if (!now && !changed.state().isEnd() && changed.state() != State.WAITING) {
            return List.of();
        }
        String so = now ? "why.is" : "why.was";
        List<Message> said = new ArrayList<>();
        said.add(Message.of(
                changed.state().isEnd() ? "why.state" : so,
                step,
                changed.state().text(),
                changed.reason()));
        if (now && changed.until() != null) {
            String until = changed.state() == State.WAITING ? "why.until" : "why.limit";
            said.add(Message.of(until, step, Moments.text(changed.until(), ZoneId.systemDefault())));
        }
        Event abandoned = givenUp.get(event.seq());
        if (abandoned != null) {
            said.add(afterwards(abandoned, step));
        }
        return said;
    }

    /** What is known of an attempt that was given up; of what it does after the end of its run nobody takes notes. */
    private Message afterwards(Event abandoned, String step) {
        Optional<Message> what = late.stream()
                .filter(event -> Objects.equals(event.task(), abandoned.task()))
                .filter(event -> event.attempt() == abandoned.attempt())
                .map(event -> ((Fact.LateResult) event.fact()).what())
                .findFirst();
        return what.map(said -> Message.of("why.late", step, said))
                .orElseGet(() -> Message.of(ended ? "why.given_up_then" : "why.given_up", step));
    }

    /** {@code categoria = hogar, total_ventas = -1.00} */
    private static String row(Fact.CheckEvaluated check) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < check.columns().size(); i++) {
            parts.add(check.columns().get(i).name() + " = "
                    + check.sample().get(0).get(i));
        }
        return String.join(", ", parts);
    }

    private Message selection() {
        return events.stream()
                .filter(event -> event.fact() instanceof Fact.RunStarted)
                .map(event -> asked(((Fact.RunStarted) event.fact()).selection()))
                .findFirst()
                .orElse(Message.valueOf("?"));
    }

    /** What a run was asked for, as one says it: the sign for everything says little where it stands alone. */
    public static Message asked(String selection) {
        return selection.equals("*") ? Message.of("run.everything") : Message.valueOf(selection);
    }
}
