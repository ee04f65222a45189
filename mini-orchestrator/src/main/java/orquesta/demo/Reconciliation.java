package orquesta.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import orquesta.text.Message;

/**
 * Judges reports by the shop's till alone. It knows no program, no file, no lane and no event: what it is given is what
 * Rosario is given.
 */
public final class Reconciliation {
    /** What a day brought, as the till says. */
    private record Takings(long tickets, long pesos) {}

    /** Whether there is a report, and what it is worth. */
    public enum Worth {
        RIGHT,
        /** The takings of an earlier day, under the name of this one. */
        STALE,
        /** The takings of no day. */
        WRONG,
        NONE
    }

    /** What was found, and in a sentence what it was compared with. */
    public record Finding(Worth worth, Message text) {
        /** Whether somebody was told something false. */
        public boolean isFalse() {
            return worth == Worth.STALE || worth == Worth.WRONG;
        }
    }

    private final TreeMap<LocalDate, Takings> till = new TreeMap<>();

    public Reconciliation(Week week) {
        for (Night night : week.nights()) {
            long pesos = 0;
            for (Ticket ticket : night.sold().tickets()) {
                pesos += ticket.pesos();
            }
            till.put(night.day(), new Takings(night.sold().tickets().size(), pesos));
        }
    }

    /**
     * Compares what was sent for a day with the till.
     *
     * @param sent the report of that day; empty if none was sent
     */
    public Finding judge(LocalDate day, Optional<Report> sent) {
        if (sent.isEmpty()) {
            return new Finding(Worth.NONE, Message.of("demo.none"));
        }
        Report report = sent.get();
        Takings said = new Takings(report.tickets(), report.pesos());
        Takings truth = Objects.requireNonNull(till.get(day));
        if (said.equals(truth)) {
            return new Finding(Worth.RIGHT, Message.of("demo.right", said.pesos));
        }
        for (Map.Entry<LocalDate, Takings> earlier : till.headMap(day).entrySet()) {
            if (said.equals(earlier.getValue())) {
                return new Finding(Worth.STALE, Message.of("demo.stale", day, earlier.getKey()));
            }
        }
        return new Finding(Worth.WRONG, Message.of("demo.wrong", said.pesos, truth.pesos));
    }
}
