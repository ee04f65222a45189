package orquesta.schedule.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.stream.Stream;

/** Where schedules go wrong: zones, and the moments at which their clocks change from 2020 to 2040. */
final class Moments {
    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(26);

    /** Changes at midnight, of 30 minutes and of 2 hours, without a summer-time mark, during Ramadan, and none at all. */
    private static final List<String> SAMPLE = List.of(
            "America/Santiago",
            "America/New_York",
            "America/Havana",
            "America/Scoresbysund",
            "Africa/Casablanca",
            "Africa/Juba",
            "Antarctica/Casey",
            "Antarctica/Troll",
            "Asia/Beirut",
            "Asia/Gaza",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Europe/Madrid",
            "Europe/Volgograd",
            "Pacific/Chatham",
            "Pacific/Easter",
            "Pacific/Fiji",
            "UTC");

    private Moments() {}

    /** Which tables of time zones this JDK has, for the text of a failure. */
    static String tables() {
        return "JDK " + Runtime.version() + ", time zones "
                + ZoneRulesProvider.getVersions("Europe/Madrid").lastEntry().getKey();
    }

    /** Every zone that a schedule may name, also those that share their rules. */
    static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !name.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    static List<ZoneId> sample() {
        return SAMPLE.stream().map(ZoneId::of).toList();
    }

    /** When the clock of a zone changes after one instant and not after another. */
    static List<Instant> changes(ZoneId zone, Instant after, Instant until) {
        return Stream.iterate(
                        zone.getRules().nextTransition(after),
                        change -> change != null && !change.getInstant().isAfter(until),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .toList();
    }

    /** From 2020 to 2040; none for a clock that does not change. */
    static int howManyChanges(ZoneId zone) {
        return changes(zone, FROM, TO).size();
    }

    /** When it changes from 2020 to 2040; the beginning of 2024 for a clock that does not. */
    static List<Instant> changes(ZoneId zone) {
        List<Instant> changes = changes(zone, FROM, TO);
        return changes.isEmpty() ? List.of(Instant.parse("2024-01-01T00:00:00Z")) : changes;
    }

    /** Each expression asked around each moment. */
    static List<Comparison.Question> questions(ZoneId zone, List<Instant> moments, List<String> expressions) {
        return moments.stream()
                .flatMap(moment -> expressions.stream()
                        .map(text -> new Comparison.Question(text, zone, moment.minus(AROUND), moment.plus(AROUND))))
                .toList();
    }
}
