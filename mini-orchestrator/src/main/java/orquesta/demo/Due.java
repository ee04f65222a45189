package orquesta.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import orquesta.schedule.Tick;
import orquesta.text.Message;

/** Moments of the week in words, as the wall clock shows them. */
final class Due {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Due() {}

    /** Why an expression fires now: it is that time, or that time does not exist in this night. */
    static Message why(String expression, Tick tick) {
        LocalTime asked = tick.asked().get(0).toLocalTime();
        LocalDateTime shown = LocalDateTime.ofInstant(tick.due(), Week.ZONE);
        return shown.toLocalTime().equals(asked)
                ? Message.of("demo.due", expression)
                : Message.of("demo.due_after_gap", expression, asked, shown.toLocalTime());
    }

    /** {@code 08-31 00:52}. */
    static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(Week.ZONE));
    }

    /** {@code 00:52}. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(Week.ZONE));
    }
}
