package orquesta.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as they are written and read: {@code 2026-09-06T01:00:00-03:00}. */
public final class Moments {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxxxx", Locale.ROOT);
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(?<offset>Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)?");

    private Moments() {}

    /** With seconds and a numeric offset: also in UTC, where it is {@code +00:00}. */
    public static String text(Instant instant, ZoneId zone) {
        return WRITTEN.format(instant.atZone(zone));
    }

    /**
     * Reads a moment; without an offset it is what the wall clock of a zone shows: the first of two such instants, and for a
     * time that the clock jumps over just before the end of the gap.
     *
     * @throws UserException if it cannot be read
     */
    public static Instant parse(String option, String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches() && form.group("offset") != null) {
                return OffsetDateTime.parse(text).toInstant();
            }
            if (form.matches()) {
                return instantOf(LocalDateTime.parse(text), zone);
            }
        } catch (DateTimeException e) {
            throw new UserException(option, "schedule.moment", text);
        }
        throw new UserException(option, "schedule.moment", text);
    }

    private static Instant instantOf(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant().minusNanos(1)
                : local.toInstant(offsets.get(0));
    }
}
