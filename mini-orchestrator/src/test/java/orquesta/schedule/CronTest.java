package orquesta.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.problem;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.text.Moments;

class CronTest {
    private static final String SANTIAGO = "America/Santiago";

    private static List<String> ticks(String expression, String zone, String from, int count) {
        ZoneId where = ZoneId.of(zone);
        Instant after = Moments.parse("--from", from, where);
        return Schedule.named("x").cron(expression, zone).timing().next(after, count).stream()
                .map(tick -> Moments.text(tick.due(), where))
                .toList();
    }

    @Test
    void a_time_of_the_day_that_the_clock_jumps_over_fires_at_the_end_of_the_gap() {
        assertThat(ticks("0 0 * * *", SANTIAGO, "2026-09-05T12:00", 2))
                .containsExactly("2026-09-06T01:00:00-03:00", "2026-09-07T00:00:00-03:00");
    }

    @Test
    void times_that_fall_into_one_gap_are_one_tick_that_stands_for_them() {
        Tick tick = Schedule.named("x")
                .cron("0,30 0-1 * * *", SANTIAGO)
                .timing()
                .next(Moments.parse("", "2026-09-05T12:00", ZoneId.of(SANTIAGO)));

        assertThat(tick.asked())
                .containsExactly(
                        LocalDateTime.parse("2026-09-06T00:00"),
                        LocalDateTime.parse("2026-09-06T00:30"),
                        LocalDateTime.parse("2026-09-06T01:00"));
    }

    @Test
    void a_time_of_the_day_that_comes_twice_fires_the_first_time() {
        assertThat(ticks("30 23 * * *", SANTIAGO, "2026-04-04T12:00", 2))
                .containsExactly("2026-04-04T23:30:00-03:00", "2026-04-05T23:30:00-04:00");
    }

    @Test
    void every_hour_is_an_interval_that_comes_twice_in_a_repeated_hour_and_never_in_a_skipped_one() {
        assertThat(ticks("30 * * * *", SANTIAGO, "2026-04-04T23:00-03:00", 3))
                .containsExactly("2026-04-04T23:30:00-03:00", "2026-04-04T23:30:00-04:00", "2026-04-05T00:30:00-04:00");
        assertThat(ticks("30 * * * *", SANTIAGO, "2026-09-05T23:00", 2))
                .containsExactly("2026-09-05T23:30:00-04:00", "2026-09-06T01:30:00-03:00");
    }

    @Test
    void a_period_counts_from_a_fixed_instant() {
        Timing timing = Schedule.named("x").every("90m").timing();

        assertThat(timing.next(Instant.parse("2026-09-06T01:30:00Z"), 2))
                .extracting(Tick::due)
                .containsExactly(Instant.parse("2026-09-06T03:00:00Z"), Instant.parse("2026-09-06T04:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 7 * *        | a cron expression has five fields (minute, hour, day of the month, month, weekday), and this has 4: write "30 7 * * *" for each day at 07:30.
            x * * * *      | the minute "x" is not a number from 0 to 59.
            * ? * * *      | the hour "?" cannot be read: write a number from 0 to 23, a range such as 0-23, a star, a star with a step such as */2, or several of these with commas between them.
            5/15 * * * *   | the minute "5/15" has a step but no range; write "5-59/15".
            * * 9-3 * *    | the day of the month "9-3" ends before it begins; write two ranges with a comma between them (from 1 to 31).
            */0 * * * *    | the step "0" in the minute must be 1 or more (the field goes from 0 to 59).
            * * * ENE *    | the month "ENE" is neither a number from 1 to 12 nor one of JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC.
            * 24 * * *     | the hour 24 is not between 0 and 23.
            @noon          | there is no "@noon"; there are @annually @daily @hourly @midnight @monthly @weekly @yearly.
            @reboot        | "@reboot" means no time of a clock: a daemon that starts with the machine does that, see "./kit daemon --help".
            0 0 31 2,4 *   | no date can match: the day of the month "31" never comes in the month "2,4".
            """)
    void what_is_no_expression_is_refused_in_one_sentence(String expression, String sentence) {
        assertThat(problem(() -> Cron.parse(expression))).isEqualTo(expression + ": " + sentence);
    }

    @Test
    void what_else_cannot_be_read_is_told_with_what_can() {
        Schedule.Named named = Schedule.named("x");

        assertThat(problem(() -> named.cron("0 0 * * *", "America/santiago").timing()))
                .startsWith("America/santiago: this JDK knows no zone \"America/santiago\" (its time-zone data is 20")
                .endsWith("; names are spelled exactly, for example \"America/Santiago\".");
        assertThat(problem(() -> named.cron("0 0 * * *", "SystemV/PST8").timing()))
                .contains("knows no zone");
        assertThat(problem(() -> named.every("10ms").timing()))
                .isEqualTo(
                        "x: the period \"10ms\" cannot be used; write a second or more, such as \"90m\", \"1h\" or \"30s\".");
        assertThat(problem(() -> Moments.parse("--from", "2026-02-30T00:00", ZoneId.of("UTC"))))
                .isEqualTo("--from: \"2026-02-30T00:00\" is not a moment; write 2026-09-05T23:55, 2026-09-05T23:55:00"
                        + " or 2026-09-05T23:55-03:00.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-06T00:30, 2026-09-06T00:59:59-04:00, skipped: the tick at the end of the gap is later",
        "2026-04-04T23:30, 2026-04-04T23:30:00-03:00, repeated: the first",
        "2026-04-04T23:30-04:00, 2026-04-04T23:30:00-04:00, with an offset: that one",
    })
    void a_moment_without_an_offset_is_what_the_wall_clock_shows(String text, String meant, String why) {
        ZoneId zone = ZoneId.of(SANTIAGO);

        Instant read = Moments.parse("", text, zone);

        assertThat(ticks("0 1 * * *", SANTIAGO, text, 1)).isNotEmpty();
        if (why.startsWith("skipped")) {
            assertThat(read).isEqualTo(Instant.parse("2026-09-06T04:00:00Z").minusNanos(1));
        } else {
            assertThat(Moments.text(read, zone)).isEqualTo(meant);
        }
    }
}
