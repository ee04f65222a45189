package orquesta.partition;

import java.time.LocalDate;

/**
 * Some days in a row.
 *
 * @param from the first
 * @param to the day after the last
 */
record Days(LocalDate from, LocalDate to) {
    /** From the first day of one to the last of the other. */
    Days upTo(Days last) {
        return new Days(from, last.to);
    }

    boolean overlap(Days other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
