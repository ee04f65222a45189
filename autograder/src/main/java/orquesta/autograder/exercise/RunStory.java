package orquesta.autograder.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one run.
 *
 * @param date the run's date
 * @param status {@code ok}, {@code failed}, {@code blocked} ...
 * @param events in their order
 */
public record RunStory(String job, LocalDate date, String status, List<StepEvent> events, Map<String, Fields> written) {
    /**
     * Something that happened to a step.
     *
     * @param step {@code ventas}, {@code ventas#check}
     * @param what the new state of the step ({@code running}, {@code waiting}, {@code ok}, {@code failed} ...), or {@code published}
     * @param why in both languages
     * @param until when the wait for the next attempt ends; empty for anything else
     */
    public record StepEvent(
            Instant at, String step, int attempt, String what, Bilingual why, Optional<Instant> until) {}

    static RunStory of(Map<?, ?> run) {
        List<StepEvent> events = new ArrayList<>();
        List<?> all = Wanted.as(List.class, run.get("events"));
        for (Object each : all) {
            events.add(event((Map<?, ?>) each));
        }
        Map<String, Fields> written = new LinkedHashMap<>();
        Map<?, ?> values = Wanted.as(Map.class, run.get("written"));
        values.forEach((asset, facts) -> written.put((String) asset, fields(facts)));
        return new RunStory(
                Wanted.as(String.class, run.get("job")),
                Wanted.as(LocalDate.class, run.get("date")),
                Wanted.as(String.class, run.get("status")),
                events,
                written);
    }

    private static StepEvent event(Map<?, ?> event) {
        List<?> why = Wanted.as(List.class, event.get("why"));
        return new StepEvent(
                Wanted.as(Instant.class, event.get("at")),
                Wanted.as(String.class, event.get("step")),
                Wanted.as(Integer.class, event.get("attempt")),
                Wanted.as(String.class, event.get("what")),
                new Bilingual((String) why.get(0), (String) why.get(1)),
                Optional.ofNullable((Instant) event.get("until")));
    }

    @SuppressWarnings("unchecked") // our own process wrote texts as keys
    private static Fields fields(@Nullable Object map) {
        return new Fields("written", (Map<String, @Nullable Object>) Wanted.as(Map.class, map));
    }

    /** The steps in the order in which they began, each once. */
    public List<String> began() {
        return events.stream()
                .filter(event -> event.what().equals("running"))
                .map(StepEvent::step)
                .distinct()
                .toList();
    }

    /** The instants at which the attempts of a step began. */
    public List<Instant> attempts(String step) {
        return events.stream()
                .filter(event -> event.step().equals(step) && event.what().equals("running"))
                .map(StepEvent::at)
                .toList();
    }

    /** The last state of a step; {@code none} of one that the run does not have. */
    public String state(String step) {
        return last(step).map(StepEvent::what).orElse("none");
    }

    /** Why it is in that state. */
    public Bilingual why(String step) {
        return last(step).map(StepEvent::why).orElse(new Bilingual("", ""));
    }

    private Optional<StepEvent> last(String step) {
        return events.stream()
                .filter(event -> event.step().equals(step) && !event.what().matches("published|passed|objected"))
                .reduce((before, after) -> after);
    }

    /** What a step noted of its value by {@code run.metadata}, by name. */
    @SuppressWarnings("unchecked") // our own process wrote texts as keys
    public Map<String, @Nullable Object> metadata(String asset) {
        Fields facts = written.get(asset);
        return facts == null ? Map.of() : (Map<String, @Nullable Object>) facts.get("metadata", Map.class);
    }

    /** The states of all its steps in one line, for messages. */
    public String states() {
        return events.stream()
                .map(StepEvent::step)
                .distinct()
                .map(step -> step + " " + state(step))
                .collect(Collectors.joining(", "));
    }
}
