package orquesta.schedule.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The oracle of schedules: slow, obvious, and written from the rules of time alone. It reads the wall clock minute by minute
 * and shares nothing with the evaluator that it judges.
 *
 * <p>An interval (its hour field selects all 24 hours) fires at every instant whose wall clock matches. Every other
 * expression is a fixed time: each matching local time fires once. One that does not exist fires at the first instant after
 * the jump, one that exists twice the first time. Local times that fall on one instant are one tick.
 */
public final class WallClock implements Ticks {
    /** The rarest date that an expression can ask for is a 29 February on one weekday, at most 40 years apart. */
    private static final int YEARS = 45;

    @Override
    public List<WallTick> next(String expression, ZoneId zone, Instant after, int count) throws Refused {
        WallExpression read = WallExpression.read(expression);
        Instant end =
                after.atOffset(ZoneOffset.UTC).plusYears(YEARS * (long) count).toInstant();
        List<WallTick> ticks = list(read, zone.getRules(), new Cut(after, end, count));
        if (ticks.size() < count) {
            throw new IllegalStateException(ticks.size() + " ticks of " + expression + " before " + end);
        }
        return ticks;
    }

    /**
     * All ticks of a stretch of time.
     *
     * @param after ticks are strictly later than this
     * @param until and not later than this
     */
    public List<WallTick> until(String expression, ZoneId zone, Instant after, Instant until) throws Refused {
        return list(WallExpression.read(expression), zone.getRules(), new Cut(after, until, Integer.MAX_VALUE));
    }

    private static List<WallTick> list(WallExpression expression, ZoneRules rules, Cut cut) {
        return expression.isInterval() ? interval(expression, rules, cut) : fixed(expression, rules, cut);
    }

    /** Walks the instants: wherever the wall clock shows a whole minute, the expression is asked. */
    private static List<WallTick> interval(WallExpression expression, ZoneRules rules, Cut cut) {
        List<WallTick> ticks = new ArrayList<>();
        Instant now = cut.after();
        while (ticks.size() < cut.count()) {
            now = nextWholeMinute(rules, now, expression::matches);
            if (now.isAfter(cut.until())) {
                return ticks;
            }
            LocalDateTime wall = wall(rules, now);
            if (expression.matches(wall)) {
                ticks.add(new WallTick(now, List.of(wall)));
            }
        }
        return ticks;
    }

    /**
     * The first instant after this one at which the wall clock shows second zero. Where nothing of today can match it steps to
     * midnight at once. Between two changes the offset is constant; a change is never stepped over.
     */
    private static Instant nextWholeMinute(ZoneRules rules, Instant now, Predicate<LocalDate> today) {
        LocalDateTime wall = wall(rules, now);
        LocalDateTime later = wall.withSecond(0).withNano(0).plusMinutes(1);
        if (!today.test(wall.toLocalDate())) {
            later = wall.toLocalDate().plusDays(1).atStartOfDay();
        }
        Instant next = later.toInstant(rules.getOffset(now));
        ZoneOffsetTransition change = rules.nextTransition(now);
        if (change == null || change.getInstant().isAfter(next)) {
            return next;
        }
        Instant jump = change.getInstant();
        boolean whole = wall(rules, jump).getSecond() == 0;
        return whole ? jump : nextWholeMinute(rules, jump, today);
    }

    private static LocalDateTime wall(ZoneRules rules, Instant now) {
        return LocalDateTime.ofInstant(now, rules.getOffset(now));
    }

    /** Walks the local dates and on each its 1,440 local minutes, whether they exist or not. */
    private static List<WallTick> fixed(WallExpression expression, ZoneRules rules, Cut cut) {
        NavigableMap<Instant, List<LocalDateTime>> asked = new TreeMap<>();
        LocalDate date = wall(rules, cut.after()).toLocalDate().minusDays(2);
        LocalDate last = wall(rules, cut.until()).toLocalDate().plusDays(2);
        for (; date.isBefore(last) && asked.size() <= cut.count(); date = date.plusDays(1)) {
            if (expression.matches(date)) {
                addDate(asked, expression, rules, date);
                asked.headMap(cut.after(), true).clear();
            }
        }
        return asked.headMap(cut.until(), true).entrySet().stream()
                .limit(cut.count())
                .map(tick -> new WallTick(tick.getKey(), tick.getValue()))
                .toList();
    }

    private static void addDate(
            NavigableMap<Instant, List<LocalDateTime>> asked,
            WallExpression expression,
            ZoneRules rules,
            LocalDate date) {
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalDateTime time = date.atTime(LocalTime.MIN.plusMinutes(minute));
            if (expression.matches(time)) {
                asked.computeIfAbsent(instant(rules, time), none -> new ArrayList<>())
                        .add(time);
            }
        }
    }

    private static Instant instant(ZoneRules rules, LocalDateTime time) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            return rules.getTransition(time).getInstant();
        }
        return time.toInstant(offsets.get(0));
    }

    /** What is asked for: strictly later than {@code after}, not later than {@code until}, at most {@code count} ticks. */
    private record Cut(Instant after, Instant until, int count) {}
}
