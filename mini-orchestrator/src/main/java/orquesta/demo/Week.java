package orquesta.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A bad week: from Sunday 30 August 2026, an ordinary day, over the last day of the month to the night of 5 September, in which
 * the clocks of Chile jump. A seed decides in which of the nights between a download is slow, a clean-up fails, a file is
 * empty, how bad each is, and what was sold.
 */
public record Week(long seed, List<Night> nights) {
    public static final ZoneId ZONE = ZoneId.of("America/Santiago");
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 30);
    private static final int BETWEEN = 4;
    /** Spreads seeds that lie side by side: the first numbers of {@link Random} hardly differ for them. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    public Week {
        nights = List.copyOf(nights);
    }

    /** The week of a seed: the same at every call. */
    public static Week of(long seed) {
        Random chance = chance(seed);
        List<Trouble> troubles = new ArrayList<>(List.of(
                new Trouble(Trouble.Kind.SLOW_DOWNLOAD, between(chance, 20, 110)),
                new Trouble(Trouble.Kind.FAILED_CLEANUP, attempts(chance)),
                new Trouble(Trouble.Kind.EMPTY_FILE, 0)));
        while (troubles.size() < BETWEEN) {
            troubles.add(Trouble.NONE);
        }
        Collections.shuffle(troubles, chance);
        troubles.add(0, new Trouble(Trouble.Kind.MONTH_END, between(chance, 40, 130)));
        troubles.add(0, Trouble.NONE);
        troubles.add(new Trouble(Trouble.Kind.CLOCK_CHANGE, 0));
        List<Night> nights = new ArrayList<>();
        for (Trouble trouble : troubles) {
            nights.add(night(FIRST.plusDays(nights.size()), trouble, chance));
        }
        return new Week(seed, nights);
    }

    /** Chance that a seed decides: neighbouring seeds have nothing to do with each other. */
    static Random chance(long seed) {
        return new Random(seed * SPREAD);
    }

    /** From the least to the most, both included. */
    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    /** How many attempts of a clean-up break off: in six weeks of ten one, in three two, in one three. */
    private static int attempts(Random chance) {
        int tenth = chance.nextInt(10);
        if (tenth == 0) {
            return 3;
        }
        return tenth <= 3 ? 2 : 1;
    }

    private static Night night(LocalDate day, Trouble trouble, Random chance) {
        Map<Program, Duration> usual = new EnumMap<>(Program.class);
        usual.put(Program.DESCARGAR, Duration.ofMinutes(between(chance, 6, 12)));
        usual.put(Program.LIMPIAR, Duration.ofMinutes(between(chance, 8, 14)));
        usual.put(Program.REPORTAR, Duration.ofMinutes(between(chance, 3, 5)));
        List<Ticket> sold = new ArrayList<>();
        List<Ticket> delivered = new ArrayList<>();
        int tickets = between(chance, 40, 90);
        for (int number = 1; number <= tickets; number++) {
            Ticket ticket = new Ticket(number, 10L * between(chance, 50, 9_999));
            sold.add(ticket);
            delivered.add(ticket);
            if (chance.nextInt(12) == 0) {
                delivered.add(chance.nextBoolean() ? ticket : new Ticket(1_000 + number, -ticket.pesos()));
            }
        }
        boolean empty = trouble.kind() == Trouble.Kind.EMPTY_FILE;
        return new Night(day, trouble, usual, new Sales(sold), empty ? Sales.NONE : new Sales(delivered));
    }

    /**
     * The night after a day.
     *
     * @throws IllegalArgumentException if the day is none of this week
     */
    Night after(LocalDate day) {
        return nights.stream()
                .filter(night -> night.day().equals(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(day.toString()));
    }

    /** The first instant of the first night. */
    Instant begin() {
        return nights.get(0).start();
    }

    /** The end of the last night: nothing is due any more from here on. */
    Instant end() {
        return nights.get(nights.size() - 1)
                .day()
                .plusDays(2)
                .atStartOfDay(ZONE)
                .toInstant();
    }
}
