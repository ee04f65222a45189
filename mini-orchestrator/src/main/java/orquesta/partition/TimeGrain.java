package orquesta.partition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a partition of time is, and how it is written. */
enum TimeGrain {
    /** {@code 2026-11-28}. */
    DAY("\\d{4}-\\d{2}-\\d{2}"),
    /** {@code 2026-W48}, from Monday to Sunday; weeks are counted as ISO 8601 does. */
    WEEK("\\d{4}-W\\d{2}"),
    /** {@code 2026-11}. */
    MONTH("\\d{4}-\\d{2}");

    private final Pattern written;

    TimeGrain(String written) {
        this.written = Pattern.compile(written);
    }

    /** The days of the partition that holds a day. */
    Days around(LocalDate day) {
        return switch (this) {
            case DAY -> new Days(day, day.plusDays(1));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Days(monday, monday.plusWeeks(1));
            }
            case MONTH -> new Days(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
        };
    }

    /** The name of the partition that begins on a day. */
    String key(LocalDate first) {
        return switch (this) {
            case DAY -> first.toString();
            case WEEK -> DateTimeFormatter.ISO_WEEK_DATE.format(first).substring(0, "2026-W48".length());
            case MONTH -> YearMonth.from(first).toString();
        };
    }

    /** The days that a name of this grain stands for; empty if it is none, such as {@code 2026-13}. */
    Optional<Days> parse(String key) {
        if (!written.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(around(
                            switch (this) {
                                case DAY -> day(key);
                                case WEEK -> LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                                case MONTH -> YearMonth.parse(key).atDay(1);
                            }))
                    .filter(days -> key(days.from()).equals(key));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** By its digits: to parse it takes a formatter ten times as long, and plans read thousands of days. */
    private static LocalDate day(String key) {
        int month = Integer.parseInt(key, 5, 7, 10);
        return LocalDate.of(Integer.parseInt(key, 0, 4, 10), month, Integer.parseInt(key, 8, 10, 10));
    }

    /** The days that a name of any grain stands for. */
    static Optional<Days> parseAny(String key) {
        for (TimeGrain grain : values()) {
            Optional<Days> days = grain.parse(key);
            if (days.isPresent()) {
                return days;
            }
        }
        return Optional.empty();
    }

    /** The days of the partition that follows. */
    Days next(Days days) {
        return around(days.to());
    }

    /** The days of the partition before. */
    Days before(Days days) {
        return around(days.from().minusDays(1));
    }
}
