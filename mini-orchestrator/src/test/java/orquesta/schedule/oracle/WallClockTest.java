package orquesta.schedule.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle against ticks that were worked out by hand from the rules and the zones' published changes. */
class WallClockTest {
    private static final WallClock ORACLE = new WallClock();

    private static List<String> next(String expression, String zone, String after, int count) throws Ticks.Refused {
        ZoneId where = ZoneId.of(zone);
        Instant from = OffsetDateTime.parse(after).toInstant();
        return ORACLE.next(expression, where, from, count).stream()
                .map(tick -> tick.at().atZone(where).toOffsetDateTime().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Chile jumps from 00:00 to 01:00 on 2026-09-06 and goes back from 24:00 to 23:00 on 2026-04-04.
                "0 0 * * *|America/Santiago|2026-09-05T00:00-04:00|2026-09-06T01:00-03:00 2026-09-07T00:00-03:00",
                "30 0 * * *|America/Santiago|2026-09-05T00:30-04:00|2026-09-06T01:00-03:00 2026-09-07T00:30-03:00",
                "0 * * * *|America/Santiago|2026-09-05T22:00-04:00|2026-09-05T23:00-04:00 2026-09-06T01:00-03:00",
                "30 23 * * *|America/Santiago|2026-04-04T00:00-03:00|2026-04-04T23:30-03:00 2026-04-05T23:30-04:00",
                "30 * * * *|America/Santiago|2026-04-04T22:30-03:00|2026-04-04T23:30-03:00 2026-04-04T23:30-04:00",
                "0 0 6 * *|America/Santiago|2026-09-01T00:00-04:00|2026-09-06T01:00-03:00 2026-10-06T00:00-03:00",
                // Lord Howe moves by half an hour: 02:00 to 02:30 on 2026-10-04, 02:00 back to 01:30 on 2026-04-05.
                "15 2 * * *|Australia/Lord_Howe|2026-10-03T12:00+10:30|2026-10-04T02:30+11:00 2026-10-05T02:15+11:00",
                "45 * * * *|Australia/Lord_Howe|2026-04-05T00:45+11:00|2026-04-05T01:45+11:00 2026-04-05T01:45+10:30",
                "45 1 * * *|Australia/Lord_Howe|2026-04-05T00:00+11:00|2026-04-05T01:45+11:00 2026-04-06T01:45+10:30",
                // Apia had no 2011-12-30.
                "0 12 * * *|Pacific/Apia|2011-12-29T00:00-10:00|2011-12-29T12:00-10:00 2011-12-31T00:00+14:00",
                "0 0 30 12 *|Pacific/Apia|2011-12-01T00:00-10:00|2011-12-31T00:00+14:00 2012-12-30T00:00+14:00",
                "0 0 * * 5|Pacific/Apia|2011-12-24T00:00-10:00|2011-12-31T00:00+14:00 2012-01-06T00:00+14:00",
                "0 * * * *|Pacific/Apia|2011-12-29T22:00-10:00|2011-12-29T23:00-10:00 2011-12-31T00:00+14:00",
                // New York: 02:00 to 03:00 on 2026-03-08, 02:00 back to 01:00 on 2026-11-01.
                "30 2 * * *|America/New_York|2026-03-07T12:00-05:00|2026-03-08T03:00-04:00 2026-03-09T02:30-04:00",
                "30 1 * * *|America/New_York|2026-10-31T12:00-04:00|2026-11-01T01:30-04:00 2026-11-02T01:30-05:00",
                "0 0-22 * * *|America/New_York|2026-03-08T01:00-05:00|2026-03-08T03:00-04:00 2026-03-08T04:00-04:00",
                // Kathmandu never changes, at 5 hours 45; Troll moves by two hours: 01:00 to 03:00 UTC+0 on 2026-03-29.
                "15 4 29 2 *|Asia/Kathmandu|2026-01-01T00:00+05:45|2028-02-29T04:15+05:45 2032-02-29T04:15+05:45",
                "30 1-2 * * *|Antarctica/Troll|2026-03-28T12:00Z|2026-03-29T03:00+02:00 2026-03-30T01:30+02:00",
                // Casablanca goes back for Ramadan: 03:00 to 02:00 on 2026-02-15, 02:00 to 03:00 on 2026-03-22.
                "30 2 * * *|Africa/Casablanca|2026-02-14T12:00+01:00|2026-02-15T02:30+01:00 2026-02-16T02:30Z",
                "30 2 * * *|Africa/Casablanca|2026-03-21T12:00Z|2026-03-22T03:00+01:00 2026-03-23T02:30+01:00",
                // New York's clock stood at -4:56:02 before 1883-11-18 12:03:58.
                "0 * * * *|America/New_York|1883-11-18T10:30-04:56:02|1883-11-18T11:00-04:56:02 1883-11-18T12:00-04:56:02",
                "0 * * * *|America/New_York|1883-11-18T11:00-04:56:02|1883-11-18T12:00-04:56:02 1883-11-18T12:00-05:00",
            })
    void ticks_worked_out_by_hand(String expression, String zone, String after, String expected) throws Exception {
        assertThat(next(expression, zone, after, 2)).containsExactly(expected.split(" "));
    }

    @Test
    void a_tick_at_the_end_of_a_gap_carries_every_local_time_that_it_stands_for() throws Exception {
        Instant after = Instant.parse("2026-09-06T03:59:00Z");

        List<WallTick> ticks = ORACLE.next("0,30 0-1 * * *", ZoneId.of("America/Santiago"), after, 2);

        assertThat(ticks)
                .containsExactly(
                        new WallTick(
                                Instant.parse("2026-09-06T04:00:00Z"),
                                Stream.of("2026-09-06T00:00", "2026-09-06T00:30", "2026-09-06T01:00")
                                        .map(LocalDateTime::parse)
                                        .toList()),
                        new WallTick(
                                Instant.parse("2026-09-06T04:30:00Z"),
                                List.of(LocalDateTime.parse("2026-09-06T01:30"))));
    }

    @Test
    void a_stretch_of_time_has_its_end_but_not_its_beginning() throws Exception {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");

        assertThat(ORACLE.until("0 * * * *", ZoneId.of("UTC"), noon, noon.plusSeconds(7200)))
                .extracting(WallTick::at)
                .containsExactly(noon.plusSeconds(3600), noon.plusSeconds(7200));
    }

    @Test
    void both_clocks_agree_with_a_zone_without_changes() throws Exception {
        Instant noon = Instant.parse("2026-02-27T12:34:56Z");

        assertThat(next("*/20 9-10 * * MON-FRI", "UTC", noon.toString(), 4))
                .containsExactly("2026-03-02T09:00Z", "2026-03-02T09:20Z", "2026-03-02T09:40Z", "2026-03-02T10:00Z");
    }
}
