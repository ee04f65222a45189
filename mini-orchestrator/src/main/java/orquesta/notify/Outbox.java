package orquesta.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.alert.Alert;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.text.Message;

/**
 * What one alert has still to tell: gathers what happens into one notice, which is sent until it arrives or is given up.
 * Knows the time from who asks, in nanoseconds.
 */
final class Outbox {
    private final TriggerId id;
    private final Pace pace;
    private long read;
    private final List<Occurrence> waiting = new ArrayList<>();
    /** What is being sent now, or was and is to be sent again; empty between two notices. */
    private List<Occurrence> sending = List.of();

    private int tries;
    private @Nullable Long notBefore;
    private boolean busy;

    /** @param read the event up to which everything has been told, or is owed by nobody */
    Outbox(TriggerId id, Pace pace, long read) {
        this.id = id;
        this.pace = pace;
        this.read = read;
    }

    /** The last event that it has seen. */
    long read() {
        return read;
    }

    /** Sees an event, and keeps what it means. */
    void read(Event event, Optional<Occurrence> meaning, long now) {
        read = event.seq();
        meaning.ifPresent(occurrence -> add(occurrence, now));
    }

    boolean isEmpty() {
        return waiting.isEmpty() && sending.isEmpty();
    }

    /** Whether a notice is on its way. */
    boolean isBusy() {
        return busy;
    }

    /** When the next notice may be sent, if there is one. */
    long notBefore() {
        return notBefore == null ? Long.MIN_VALUE : notBefore;
    }

    private void add(Occurrence occurrence, long now) {
        if (isEmpty()) {
            long gathered = now + pace.gather().toNanos();
            notBefore = notBefore == null ? gathered : Math.max(notBefore, gathered);
        }
        waiting.add(occurrence);
    }

    /** The notice that is to be sent now; whoever takes it says what became of it. Empty while one is on its way. */
    Optional<Notice> take(long now) {
        if (busy || isEmpty() || notBefore == null || now < notBefore) {
            return Optional.empty();
        }
        if (sending.isEmpty()) {
            sending = List.copyOf(waiting);
            waiting.clear();
            tries = 0;
        }
        busy = true;
        tries++;
        return Optional.of(new Notice(
                id.pipeline(), id.name(), sending.stream().map(Occurrence::what).toList()));
    }

    /** What is to be recorded after a try; empty if there will be another. */
    List<Event.Draft> tried(Alert alert, @Nullable NotSent failure, long now) {
        busy = false;
        if (failure != null && failure.again() && tries <= pace.again().size()) {
            Duration wait = pace.again().get(tries - 1);
            notBefore = now + wait.toNanos();
            return List.of();
        }
        String how = alert.channel().text();
        Message said = failure == null
                ? Message.of("alert.sent", how, sending.size())
                : Message.of("alert.not_sent", how, failure.reason(), tries);
        List<Event.Draft> told = sending.stream()
                .map(occurrence ->
                        new Event.Draft(id, null, 0, occurrence.cause().seq(), new Fact.Alerted(failure == null, said)))
                .toList();
        sending = List.of();
        notBefore = now + pace.gap().toNanos();
        return told;
    }
}
