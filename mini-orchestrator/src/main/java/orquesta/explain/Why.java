package orquesta.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.StepKey;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.text.Message;

/** The chain of causes of a step's state, from the state down to its root. A pure function over the events of one run. */
public final class Why {
    private final Map<Long, Event> bySeq = new HashMap<>();
    private final Map<StepKey, Event> last = new HashMap<>();
    private final List<Event> events;

    private Why(List<Event> events) {
        this.events = events;
        for (Event event : events) {
            bySeq.put(event.seq(), event);
            if (event.step() != null && event.fact() instanceof Fact.StepChanged) {
                last.put(event.step(), event);
            }
        }
    }

    /** One sentence a cause; a single one where the step was no part of the run. */
    public static List<Message> of(List<Event> events, StepKey step) {
        return new Why(events).chain(step);
    }

    /** The chains of many steps of one run: reads its events once. */
    public interface Chains {
        List<Message> of(StepKey step);
    }

    public static Chains in(List<Event> events) {
        return new Why(events)::chain;
    }

    private List<Message> chain(StepKey step) {
        Event event = last.get(step);
        if (event == null) {
            return List.of(Message.of("why.absent", step.text(), selection()));
        }
        List<Message> sentences = new ArrayList<>();
        while (event != null) {
            sentences.addAll(sentence(event));
            event = bySeq.get(event.cause());
        }
        return sentences;
    }

    /** What an event adds to the story; nothing for the steps in between that go without saying. */
    private static List<Message> sentence(Event event) {
        Fact fact = event.fact();
        String step = event.step() == null ? "" : event.step().text();
        if (fact instanceof Fact.StepChanged changed && (changed.state().isEnd() || changed.state() == State.WAITING)) {
            return List.of(Message.of("why.state", step, changed.state().text(), changed.reason()));
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
            return List.of(Message.of(key, event.run(), asked(started.selection()), started.date(), started.job()));
        }
        return List.of();
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
