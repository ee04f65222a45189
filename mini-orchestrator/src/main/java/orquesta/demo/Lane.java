package orquesta.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came of the week in one lane.
 *
 * @param name {@code cron} or {@code DAG}
 * @param steps the rows that are drawn, in order
 */
public record Lane(String name, List<String> steps, List<LaneEvent> events, List<Publication> published) {
    public Lane {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
        published = List.copyOf(published);
    }

    /** What happened while the report of a day was made. */
    public List<LaneEvent> of(LocalDate day) {
        return events.stream().filter(event -> event.day().equals(day)).toList();
    }

    /** The report of a day; empty if none was sent. */
    public Optional<Publication> report(LocalDate day) {
        return published.stream()
                .filter(sent -> sent.report().day().equals(day))
                .findFirst();
    }

    /** Where a day first went wrong; empty if nothing did that the lane noticed. */
    Optional<LaneEvent> firstHarm(LocalDate day) {
        return of(day).stream()
                .filter(event -> steps.contains(event.step()))
                .filter(event -> event.state().isEnd() && !event.state().isGood())
                .findFirst();
    }
}
