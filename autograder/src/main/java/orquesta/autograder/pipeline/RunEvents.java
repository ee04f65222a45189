package orquesta.autograder.pipeline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;
import orquesta.run.RunListener;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * What happens in one run, in plain values. Where a step waits for its next attempt the clock goes on to it: nobody
 * else moves it, so the times of attempts are those that the definitions say.
 */
final class RunEvents implements RunListener {
    private final VirtualClock clock;
    private final PrintStream printed;
    private final List<Object> events = new ArrayList<>();
    private final Map<String, Object> told = new LinkedHashMap<>();
    private final Map<String, Object> written = new LinkedHashMap<>();
    private final Set<Task> published = new LinkedHashSet<>();

    RunEvents(VirtualClock clock, PrintStream printed) {
        this.clock = clock;
        this.printed = printed;
    }

    synchronized Map<String, Object> told() {
        Map<String, Object> all = new LinkedHashMap<>(told);
        all.put("events", List.copyOf(events));
        all.put("written", new LinkedHashMap<>(written));
        return all;
    }

    /** The tasks whose values were published. */
    synchronized Set<Task> published() {
        return Set.copyOf(published);
    }

    @Override
    public synchronized void happened(Event event) {
        Fact fact = event.fact();
        if (fact instanceof Fact.RunStarted started) {
            told.put("started", event.at());
            told.put("date", started.date());
            told.put("selection", started.selection());
        } else if (fact instanceof Fact.RunEnded ended) {
            told.put("status", ended.status().text());
            told.put("reason", both(ended.reason()));
        } else if (fact instanceof Fact.StepChanged changed) {
            stepChanged(event, changed);
        } else if (fact instanceof Fact.Materialized materialized) {
            written.put(name(event), facts(materialized.value()));
        } else if (fact instanceof Fact.Published) {
            add(event, "published", null);
            published.add(Objects.requireNonNull(event.task()));
        } else if (fact instanceof Fact.CheckEvaluated evaluated) {
            Map<String, Object> judged = add(event, evaluated.verdict().passed() ? "passed" : "objected", null);
            judged.put("failing", evaluated.failing());
        }
    }

    private void stepChanged(Event event, Fact.StepChanged changed) {
        Map<String, Object> seen = add(event, changed.state().text(), changed.reason());
        if (changed.state() == State.WAITING && changed.until() != null) {
            seen.put("until", changed.until());
            clock.moveTo(changed.until());
        }
    }

    private Map<String, Object> add(Event event, String what, @Nullable Message why) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("at", event.at());
        seen.put("step", name(event));
        seen.put("attempt", event.attempt());
        seen.put("what", what);
        seen.put("why", why == null ? List.of("", "") : both(why));
        events.add(seen);
        return seen;
    }

    private static String name(Event event) {
        return Objects.requireNonNull(event.task()).text();
    }

    private static List<String> both(Message message) {
        return List.of(message.in(Language.EN), message.in(Language.ES));
    }

    private static Map<String, Object> facts(Materialization value) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("form", value.form().name());
        facts.put("rows", value.contents().rows());
        facts.put(
                "columns",
                value.contents().columns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList());
        facts.put(
                "files",
                value.contents().files().stream().map(file -> file.name()).toList());
        Map<String, Object> metadata = new LinkedHashMap<>();
        value.facts().forEach((name, fact) -> metadata.put(name, PublishedRows.plain(fact)));
        facts.put("metadata", metadata);
        return facts;
    }

    @Override
    public void printed(String step, String text) {
        printed.print(text);
    }
}
