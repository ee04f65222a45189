package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orquesta.event.Fact;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.text.Language;

/** What becomes of ticks, by the clock alone: each hour, decided from ten o'clock on. */
class DueTicksTest {
    private static final Schedule HOURLY =
            Schedule.named("x").cron("0 * * * *", "UTC").runs("j");
    private static final ScheduleState SINCE_TEN = state(true);

    private static ScheduleState state(boolean on) {
        return new ScheduleState(new Fact.ScheduleSet(HOURLY.text(), at("10:00"), on), at("10:00"));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-09-05T" + time + ":00Z");
    }

    private static List<String> decide(Schedule schedule, ScheduleState state, Instant now, boolean busy) {
        return new DueTicks(schedule, Duration.ofSeconds(60))
                .decide(state, now, busy).stream()
                        .map(tick -> tick.due().toString().substring(11, 16) + " " + tick.state() + " "
                                + tick.reason().in(Language.EN))
                        .toList();
    }

    private static List<String> decide(MissedTicks rule, String now) {
        return decide(HOURLY.missed(rule), SINCE_TEN, at(now), false);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_due_before_its_time_and_on_time_it_starts_whatever_the_rule_for_missed_ones(MissedTicks rule) {
        assertThat(decide(rule, "10:59")).isEmpty();
        assertThat(decide(rule, "11:00")).containsExactly("11:00 RUNNING on time");
        assertThat(decide(rule, "11:01")).containsExactly("11:00 RUNNING on time");
    }

    @Test
    void skip_starts_none_that_is_late_and_the_one_that_is_on_time() {
        String missed =
                " SKIPPED missed: nobody was there before 2026-09-05T12:30:00+00:00, and the schedule says missed(skip)";
        assertThat(decide(MissedTicks.SKIP, "12:30")).containsExactly("11:00" + missed, "12:00" + missed);
        assertThat(decide(MissedTicks.SKIP, "12:00"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("11:00 SKIPPED");
        assertThat(decide(MissedTicks.SKIP, "12:00")).last().isEqualTo("12:00 RUNNING on time");
    }

    @Test
    void last_starts_the_newest_of_those_that_are_late() {
        assertThat(decide(MissedTicks.LAST, "13:30"))
                .hasSize(3)
                .last()
                .isEqualTo("13:00 RUNNING late: nobody was there before 2026-09-05T13:30:00+00:00;"
                        + " of the missed ticks only the newest is run");
        assertThat(decide(MissedTicks.LAST, "13:30"))
                .filteredOn(told -> told.contains("SKIPPED"))
                .hasSize(2);
    }

    @Test
    void all_starts_each_the_oldest_first_and_the_next_when_that_has_ended() {
        Schedule all = HOURLY.missed(MissedTicks.ALL);

        assertThat(decide(all, SINCE_TEN, at("13:30"), false))
                .containsExactly(
                        "11:00 RUNNING made up for at 2026-09-05T13:30:00+00:00: nobody was there, or the run before it went on");
        assertThat(decide(all, SINCE_TEN.handledUpTo(at("11:00")), at("13:30"), true))
                .isEmpty();
        assertThat(decide(all, SINCE_TEN.handledUpTo(at("11:00")), at("13:30"), false))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("12:00 RUNNING");
    }

    @Test
    void a_schedule_that_is_off_starts_nothing_and_its_ticks_are_told() {
        ScheduleState off = state(false);

        assertThat(decide(HOURLY, off, at("12:00"), false))
                .containsExactly(
                        "11:00 SKIPPED paused: the schedule is switched off",
                        "12:00 SKIPPED paused: the schedule is switched off");
    }

    @Test
    void a_clock_that_is_set_back_makes_nothing_due_again() {
        assertThat(decide(HOURLY, SINCE_TEN.handledUpTo(at("12:00")), at("11:30"), false))
                .isEmpty();
    }

    @Test
    void of_a_month_that_was_missed_the_older_ticks_are_told_together() {
        List<Fact.Ticked> told = new DueTicks(HOURLY.missed(MissedTicks.SKIP), Duration.ofSeconds(60))
                .decide(SINCE_TEN, at("10:30").plus(Duration.ofDays(30)), false);

        assertThat(told).hasSize(DueTicks.TOLD_ONE_BY_ONE + 1);
        assertThat(told.get(0).reason().in(Language.EN))
                .startsWith(
                        "620 ticks from 2026-09-05T11:00:00+00:00 on: missed: nobody was there before 2026-10-05T10:30");
        assertThat(told.get(0).due()).isEqualTo(at("10:00").plus(Duration.ofHours(620)));
        assertThat(told.get(100).due()).isEqualTo(at("10:00").plus(Duration.ofDays(30)));
    }
}
