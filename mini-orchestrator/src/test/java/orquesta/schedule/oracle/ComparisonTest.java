package orquesta.schedule.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The comparison finds evaluators that are wrong in the ways in which evaluators usually are. */
@Tag("once")
class ComparisonTest {
    private static final WallClock ORACLE = new WallClock();
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private static Comparison.Question question(String expression, String day, int hours) {
        Instant after = LocalDateTime.parse(day + "T12:00").atZone(SANTIAGO).toInstant();
        return new Comparison.Question(expression, SANTIAGO, after, after.plus(Duration.ofHours(hours)));
    }

    /** What the evaluator of each schedule library does: a local time that does not exist is left out. */
    private static List<WallTick> withoutGaps(String expression, ZoneId zone, Instant after, int count)
            throws Ticks.Refused {
        return ORACLE.next(expression, zone, after, count + 100).stream()
                .filter(tick -> tick.asked().contains(LocalDateTime.ofInstant(tick.at(), zone)))
                .limit(count)
                .toList();
    }

    /** Java's own reading of a local time in a gap: later by the gap's length. */
    private static List<WallTick> shifted(String expression, ZoneId zone, Instant after, int count)
            throws Ticks.Refused {
        return ORACLE.next(expression, zone, after, count).stream()
                .map(tick -> new WallTick(tick.asked().get(0).atZone(zone).toInstant(), tick.asked()))
                .toList();
    }

    /** An interval that does not know that an hour is repeated. */
    private static List<WallTick> once(String expression, ZoneId zone, Instant after, int count) throws Ticks.Refused {
        return ORACLE.next(expression, zone, after, count + 100).stream()
                .filter(tick -> tick.asked().get(0).atZone(zone).toInstant().equals(tick.at()))
                .limit(count)
                .toList();
    }

    /** {@code a/n} read as {@code a-59/n}, as Quartz does. */
    private static List<WallTick> lenient(String expression, ZoneId zone, Instant after, int count)
            throws Ticks.Refused {
        return ORACLE.next(expression.replaceAll("^([0-9]+)/", "$1-59/"), zone, after, count);
    }

    @Test
    void the_oracle_differs_nowhere_from_itself() {
        Comparison same = new Comparison(ORACLE);

        assertThat(same.difference(question("*/5 * * * *", "2026-09-05", 48))).isEmpty();
        assertThat(same.difference(question("0/5 * * * *", "2026-09-05", 48))).isEmpty();
    }

    @Test
    void a_tick_left_out_at_the_gap_is_found_and_the_expression_shortened() {
        Comparison comparison = new Comparison(ComparisonTest::withoutGaps);

        Optional<String> found = comparison.shortest(question("13,30 0,7 * 3-12 SUN-FRI/2", "2026-09-05", 48));

        assertThat(found.orElseThrow())
                .startsWith("'* 0 * * *' in America/Santiago")
                .contains("judged");
        assertThat(comparison.difference(question("0 0 * * *", "2026-10-05", 48)))
                .isEmpty();
    }

    @Test
    void a_tick_moved_by_the_length_of_the_gap_is_found() {
        assertThat(new Comparison(ComparisonTest::shifted).difference(question("30 0 * * *", "2026-09-05", 48)))
                .isPresent();
    }

    @Test
    void an_interval_that_leaves_out_a_repeated_hour_is_found() {
        assertThat(new Comparison(ComparisonTest::once).difference(question("@hourly", "2026-04-04", 48)))
                .isPresent();
    }

    @Test
    void what_only_one_accepts_is_found() {
        Comparison comparison = new Comparison(ComparisonTest::lenient);

        assertThat(comparison
                        .difference(question("5/15 * * * *", "2026-09-05", 48))
                        .orElseThrow())
                .contains("oracle refuses it");
    }

    @Test
    void most_of_the_garbage_is_refused_and_most_random_expressions_are_not() {
        assertThat(refused(RandomCron::garbage)).isBetween(500L, 900L);
        assertThat(refused(RandomCron::expression)).isLessThan(150);
    }

    /** How many of a thousand. */
    private static long refused(Function<RandomCron, String> made) {
        return LongStream.range(0, 1_000)
                .filter(seed -> isRefused(made.apply(new RandomCron(seed))))
                .count();
    }

    private static boolean isRefused(String expression) {
        try {
            WallExpression.read(expression);
            return false;
        } catch (Ticks.Refused refused) {
            return true;
        }
    }
}
