package orquesta.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of sales, as it was delivered or as it was cleaned. */
record Sales(List<Ticket> tickets) {
    static final Sales NONE = new Sales(List.of());

    Sales {
        tickets = List.copyOf(tickets);
    }

    /** Each ticket once, without those that were cancelled: what the clean-up makes. */
    Sales cleaned() {
        Map<Integer, Ticket> once = new LinkedHashMap<>();
        tickets.stream().filter(ticket -> ticket.pesos() > 0).forEach(ticket -> once.put(ticket.number(), ticket));
        return new Sales(List.copyOf(once.values()));
    }

    /** The first half of the lines: what is there if a program breaks off half-way. */
    Sales half() {
        return new Sales(tickets.subList(0, tickets.size() / 2));
    }

    /** What is sent to Rosario: the day that it calls itself of, and the sums of these sales. */
    Report reportOf(LocalDate day) {
        return new Report(
                day, tickets.size(), tickets.stream().mapToLong(Ticket::pesos).sum());
    }
}
