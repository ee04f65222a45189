package orquesta.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.RunResult;
import orquesta.asset.StepKey;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunStatus;
import orquesta.store.LogQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** A run that is over, in the words of tests. */
public record Ended(TestHome home, RunResult result) {
    public RunStatus status() {
        return result.run().status();
    }

    /** The reason of the run, in English. */
    public String reason() {
        return result.run().reason().in(Language.EN);
    }

    /** The last state of each step: {@code a=ok, a#c=failed}. */
    public Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        result.steps()
                .forEach(step -> states.put(step.key().text(), step.state().text()));
        return states;
    }

    public String state(String step) {
        return result.step(step).state().text();
    }

    /** The reason of a step's last state, in English. */
    public String reason(String step) {
        return result.step(step).reason().in(Language.EN);
    }

    public List<Event> events() {
        return home.history().events(result.run().id());
    }

    /** The event that led to a step's last state. */
    public Event cause(String step) {
        long cause = result.step(step).cause();
        return events().stream()
                .filter(event -> event.seq() == cause)
                .findFirst()
                .orElseThrow();
    }

    /** {@code a running}, {@code a materialized}, {@code a#c failed} ...: all that happened to steps, in order. */
    public List<String> story() {
        return events().stream()
                .filter(event -> event.step() != null)
                .map(Ended::said)
                .toList();
    }

    /** What an event says, in two words. */
    public static String said(Event event) {
        StepKey step = event.step();
        String who = step == null ? "run" : step.text();
        if (event.fact() instanceof Fact.StepChanged changed) {
            return who + " " + changed.state().text();
        }
        return who + " " + event.fact().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** What a step wrote in this run, published or not. */
    public Materialization written(String step) {
        return events().stream()
                .filter(event -> event.fact() instanceof Fact.Materialized
                        && step.equals(said(event).split(" ")[0]))
                .map(event -> ((Fact.Materialized) event.fact()).value())
                .findFirst()
                .orElseThrow();
    }

    /** What each step printed; under the empty key what belongs to no step. */
    public Map<String, String> printed() {
        Map<String, StringBuilder> chunks = new LinkedHashMap<>();
        for (LogQueries.Chunk chunk :
                new LogQueries(home.history()).of(result.run().id(), null)) {
            chunks.computeIfAbsent(chunk.step(), step -> new StringBuilder()).append(chunk.text());
        }
        Map<String, String> printed = new LinkedHashMap<>();
        chunks.forEach((step, text) -> printed.put(step, text.toString()));
        return printed;
    }
}
