package orquesta.schedule.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.schedule.Schedule;
import orquesta.text.UserException;

/**
 * The evaluator of schedules against the oracle: around every change of the clock from 2020 to 2040, on random expressions,
 * and on garbage, which both must refuse.
 *
 * <p>To plug an evaluator in, let {@link #EVALUATOR} hold it: a lambda that turns its ticks into {@link WallTick}s and its
 * own refusal, and nothing else, into {@link Ticks.Refused}. {@link ComparisonTest} shows that wrong ones are found.
 */
@Tag("once")
class ScheduleOracleTest {
    private static final Optional<Ticks> EVALUATOR = Optional.of(ScheduleOracleTest::evaluated);

    private static final long RANDOM = Long.getLong("orquesta.schedules", 500);

    private static final List<String> EXPRESSIONS = List.of(
            "* * * * *",
            "*/20 * * * *",
            "@hourly",
            "45 * * * SUN",
            "30 0-23 1-7 * SAT-SUN",
            "@daily",
            "0,30 0 * * *",
            "59 23 * * *",
            "*/10 0-3 * * *",
            "* 0-22 * * *",
            "*/7 1-23/2 * * *",
            "15 1,2,3 * * *",
            "30 2 * * 0",
            "30 7 * * MON-FRI",
            "5 0 */2 * MON-SUN/2",
            "0 0 1-7 * SUN",
            "0 */2 * * *",
            "0 23,0 * 3-4,9-11 *");

    private static List<WallTick> evaluated(String expression, ZoneId zone, Instant after, int count)
            throws Ticks.Refused {
        try {
            return Schedule.named("x").cron(expression, zone.getId()).timing().next(after, count).stream()
                    .map(tick -> new WallTick(tick.due(), tick.asked()))
                    .toList();
        } catch (UserException e) {
            throw new Ticks.Refused(e.getMessage());
        }
    }

    private final Comparison comparison = new Comparison(EVALUATOR.orElseGet(WallClock::new));

    @BeforeEach
    void an_evaluator_is_plugged_in() {
        assumeTrue(EVALUATOR.isPresent(), "no evaluator is plugged in");
    }

    private static Stream<Comparison.Question> around(Collection<ZoneId> zones) {
        return zones.stream().flatMap(zone -> Moments.questions(zone, Moments.changes(zone), EXPRESSIONS).stream());
    }

    /** One question in nineteen: all changes and all expressions come up, though not each with each. */
    private static List<Comparison.Question> someOf(Stream<Comparison.Question> questions) {
        AtomicInteger count = new AtomicInteger();
        return questions.filter(question -> count.getAndIncrement() % 19 == 0).toList();
    }

    private void assertNoDifference(Stream<Comparison.Question> questions) {
        assertThat(questions
                        .flatMap(question -> comparison.shortest(question).stream())
                        .limit(5))
                .as(Moments.tables())
                .isEmpty();
    }

    @Test
    void around_the_changes_of_a_few_zones() {
        assertNoDifference(someOf(around(Moments.sample())).stream());
    }

    @Test
    @Tag("long")
    void around_every_change_of_every_zone() {
        List<ZoneId> zones = Moments.zones();
        assertThat(zones).hasSizeGreaterThan(500);

        assertNoDifference(around(zones));
        int changes = zones.stream().mapToInt(Moments::howManyChanges).sum();
        System.out.println(zones.size() + " zones, " + changes + " changes of their clocks, " + EXPRESSIONS.size()
                + " expressions, " + comparison.counts() + ", " + Moments.tables());
    }

    /** Clocks that showed seconds, skipped days and wars: changes since the nineteenth century. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "America/New_York", "Pacific/Apia", "Asia/Manila", "Africa/Monrovia"})
    void around_the_changes_of_history(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Instant> changes = Moments.changes(zone, Instant.parse("1840-01-01T00:00:00Z"), Moments.FROM);

        assertNoDifference(someOf(Moments.questions(zone, changes, EXPRESSIONS).stream()).stream());
    }

    @Test
    void random_expressions_at_random_times() {
        assertNoDifference(LongStream.range(0, RANDOM).mapToObj(ScheduleOracleTest::random));
    }

    private static Comparison.Question random(long seed) {
        Random random = new Random(seed);
        List<ZoneId> zones = Moments.sample();
        ZoneId zone = zones.get(random.nextInt(zones.size()));
        Instant after = Moments.FROM.plusSeconds(random.nextInt(21 * 365 * 24 * 3600));
        if (random.nextBoolean()) {
            List<Instant> changes = Moments.changes(zone);
            after = changes.get(random.nextInt(changes.size())).minusSeconds(random.nextInt(90_000));
        }
        Duration length = random.nextInt(10) == 0 ? Duration.ofDays(10) : Duration.ofHours(40);
        return new Comparison.Question(new RandomCron(seed).expression(), zone, after, after.plus(length));
    }

    @Test
    void garbage_is_refused_by_both_or_by_none() {
        Instant after = Instant.parse("2026-09-06T03:30:00Z");
        ZoneId santiago = ZoneId.of("America/Santiago");

        assertNoDifference(LongStream.range(0, 8 * RANDOM)
                .mapToObj(seed -> new RandomCron(seed).garbage())
                .map(text -> new Comparison.Question(text, santiago, after, after.plusSeconds(40_000))));
    }
}
