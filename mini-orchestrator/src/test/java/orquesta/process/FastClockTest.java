package orquesta.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FastClockTest {
    private static final Instant START = Instant.parse("2026-09-05T23:00:00Z");

    @Test
    void one_that_stands_shows_the_same_instant_and_waits_as_the_world_does() {
        FastClock clock = FastClock.from(START, 100_000, ZoneOffset.UTC);
        clock.setSpeed(0);
        Instant stopped = clock.instant();

        assertThat(clock.instant()).isEqualTo(stopped);
        assertThat(FastClock.real(clock, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(FastClock.virtual(clock, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void one_that_is_held_can_be_moved_on_and_waits_as_it_did_before() {
        FastClock clock = FastClock.from(START, 600, ZoneOffset.UTC);
        clock.hold();
        clock.skipTo(START.plus(Duration.ofDays(1)));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1))).isEqualTo(clock.instant());
        assertThat(FastClock.real(clock, Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(1));
        assertThat(FastClock.scaled(clock, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(20));
        clock.hurry(true);
        while (clock.instant().equals(START.plus(Duration.ofDays(1)))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void another_speed_counts_from_where_it_is_and_in_every_zone() {
        FastClock clock = FastClock.from(START, 1, ZoneOffset.UTC);
        Clock elsewhere = clock.withZone(ZoneId.of("America/Santiago"));
        clock.setSpeed(0);
        Instant stopped = clock.instant();
        clock.setSpeed(100_000);
        while (!elsewhere.instant().isAfter(stopped.plus(Duration.ofMinutes(1)))) {
            Thread.onSpinWait();
        }
        clock.setSpeed(0);

        assertThat(stopped).isBetween(START, START.plus(Duration.ofHours(1)));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(clock.speed()).isZero();
    }

    @Test
    void waits_in_the_world_are_shorter_by_the_speed() {
        Clock clock = FastClock.from(START, 600, ZoneOffset.UTC);

        assertThat(FastClock.real(clock, Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(1));
        assertThat(FastClock.virtual(clock, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(10));
    }
}
