package orquesta.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orquesta.text.UserException;

/**
 * A cron expression of five fields: which wall-clock times it means. What happens where the wall clock jumps is not its
 * matter, see {@link CronTiming}.
 *
 * @param text as it was written
 * @see <a href="https://man7.org/linux/man-pages/man5/crontab.5.html">crontab(5)</a>, whose rule for two restricted day fields
 *     this follows
 */
public record Cron(String text, CronSet minutes, CronSet hours, CronSet days, CronSet months, CronSet weekdays) {
    private static final int FIELDS = 5;
    private static final int SUNDAY = 7;

    private static final Map<String, String> NAMED = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    /**
     * Reads an expression.
     *
     * @throws UserException if it is none, or if no date can ever match it; says which field and what would do
     */
    public static Cron parse(String text) {
        String[] fields = fieldsOf(text).split("[ \t]+");
        if (fields.length != FIELDS) {
            throw new UserException(text, "cron.fields", fields.length);
        }
        Cron cron = new Cron(
                text,
                CronField.MINUTE.read(text, fields[0]),
                CronField.HOUR.read(text, fields[1]),
                CronField.DAY.read(text, fields[2]),
                CronField.MONTH.read(text, fields[3]),
                CronField.WEEKDAY.read(text, fields[4]));
        if (!cron.hasDate()) {
            throw new UserException(text, "cron.never", fields[2], fields[3]);
        }
        return cron;
    }

    private static String fieldsOf(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("@")) {
            return stripped;
        }
        String fields = NAMED.get(stripped);
        if (fields == null) {
            String known = String.join(" ", NAMED.keySet().stream().sorted().toList());
            throw new UserException(
                    text, stripped.equals("@reboot") ? "cron.reboot" : "cron.nickname", stripped, known);
        }
        return fields;
    }

    /** Only a day of a month can fail to exist: a weekday comes in each month. */
    private boolean hasDate() {
        return eitherDayDoes()
                || months.values()
                        .map(month -> Month.of(month).maxLength())
                        .anyMatch(last -> days.values().anyMatch(day -> day <= last));
    }

    /** Vixie's rule: where neither day field begins with a star, one of them is enough. */
    private boolean eitherDayDoes() {
        return !days.starred() && !weekdays.starred();
    }

    /** Whether its times stand on this date. */
    public boolean matches(LocalDate date) {
        if (!months.has(date.getMonthValue())) {
            return false;
        }
        boolean day = days.has(date.getDayOfMonth());
        boolean weekday = weekdays.has(date.getDayOfWeek().getValue() % SUNDAY);
        return eitherDayDoes() ? day || weekday : day && weekday;
    }

    /** Whether it means every hour of the day: then it is an interval, not a time of the day. */
    public boolean isEveryHour() {
        return IntStream.rangeClosed(CronField.HOUR.least(), CronField.HOUR.most())
                .allMatch(hours::has);
    }

    /** Its wall-clock times of one date from a time on, in order; none if it does not match the date. */
    Stream<LocalDateTime> times(LocalDate date, LocalTime from) {
        if (!matches(date)) {
            return Stream.empty();
        }
        List<Integer> each = minutes.values().boxed().toList();
        return hours.values()
                .filter(hour -> hour >= from.getHour())
                .boxed()
                .flatMap(hour -> each.stream().map(minute -> date.atTime(hour, minute)))
                .filter(time -> !time.toLocalTime().isBefore(from));
    }
}
