package orquesta.schedule.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

/**
 * A cron expression, read from the rules alone: the values of its five fields and how its two day fields begin.
 *
 * @param minutes 0 to 59
 * @param hours 0 to 23
 * @param days 1 to 31
 * @param months 1 to 12
 * @param weekdays 0 to 6, Sunday is 0
 * @param bothDays whether the day of the month and the weekday must both match; otherwise one of them is enough
 */
record WallExpression(
        Set<Integer> minutes,
        Set<Integer> hours,
        Set<Integer> days,
        Set<Integer> months,
        Set<Integer> weekdays,
        boolean bothDays) {
    private static final Map<String, String> WORDS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    static WallExpression read(String text) throws Ticks.Refused {
        String trimmed = text.replaceAll("^[ \t]+|[ \t]+$", "");
        String[] fields = WORDS.getOrDefault(trimmed, trimmed).split("[ \t]+", -1);
        if (fields.length != 5) {
            throw new Ticks.Refused(fields.length + " fields, not five: " + text);
        }
        WallExpression read = new WallExpression(
                WallField.MINUTE.read(fields[0]),
                WallField.HOUR.read(fields[1]),
                WallField.DAY.read(fields[2]),
                WallField.MONTH.read(fields[3]),
                WallField.WEEKDAY.read(fields[4]),
                fields[2].startsWith("*") || fields[4].startsWith("*"));
        read.refuseIfNoDateMatches(text);
        return read;
    }

    /** The calendar repeats itself, weekdays included, after 400 years: what matches none of them never matches. */
    private void refuseIfNoDateMatches(String text) throws Ticks.Refused {
        LocalDate end = LocalDate.of(2400, 1, 1);
        for (LocalDate date = LocalDate.of(2000, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            if (matches(date)) {
                return;
            }
        }
        throw new Ticks.Refused("no date matches: " + text);
    }

    boolean isInterval() {
        return hours.size() == 24;
    }

    boolean matches(LocalDate date) {
        if (!months.contains(date.getMonthValue())) {
            return false;
        }
        boolean day = days.contains(date.getDayOfMonth());
        boolean weekday = weekdays.contains(date.getDayOfWeek().getValue() % 7);
        return bothDays ? day && weekday : day || weekday;
    }

    boolean matches(LocalDateTime time) {
        return time.getSecond() == 0
                && time.getNano() == 0
                && minutes.contains(time.getMinute())
                && hours.contains(time.getHour())
                && matches(time.toLocalDate());
    }
}
