package orquesta.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChangeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-06T23:59:59-03:00, America/Santiago, 2026-09-06T00:00, 2026-09-06T01:00", // set forward at midnight
        "2026-04-04T10:00:00-03:00, America/Santiago, 2026-04-05T00:00, 2026-04-04T23:00", // set back at its end
        "2026-03-29T12:00:00+02:00, Europe/Madrid, 2026-03-29T02:00, 2026-03-29T03:00",
        "2026-04-05T12:00:00+10:30, Australia/Lord_Howe, 2026-04-05T02:00, 2026-04-05T01:30", // half an hour
        "2011-12-31T08:00:00+14:00, Pacific/Apia, 2011-12-30T00:00, 2011-12-31T00:00", // a day that there was not
    })
    void a_day_on_which_the_clock_is_set_says_from_what_to_what(String at, String zone, String from, String to) {
        assertThat(ClockChange.onDayOf(java.time.OffsetDateTime.parse(at).toInstant(), ZoneId.of(zone)))
                .contains(new ClockChange(LocalDateTime.parse(from), LocalDateTime.parse(to)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-05T23:59:59-04:00, America/Santiago",
        "2026-09-07T00:00:00-03:00, America/Santiago",
        "2026-04-05T00:00:00-04:00, America/Santiago",
    })
    void the_days_beside_it_are_ordinary(String at, String zone) {
        assertThat(ClockChange.onDayOf(java.time.OffsetDateTime.parse(at).toInstant(), ZoneId.of(zone)))
                .isEmpty();
    }

    @Test
    void in_a_zone_without_changes_there_is_none() {
        assertThat(ClockChange.onDayOf(Instant.EPOCH, ZoneId.of("UTC"))).isEmpty();
    }
}
