package orquesta.autograder.child;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values that travel as their text, beside the simple name of their class. */
final class Scalars {
    /** A number that is further from 1 than so many digits is not read: sums with it would fill the memory. */
    private static final int MOST_DIGITS = 1_000;

    private static final Map<String, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry("String", text -> text),
            Map.entry("Integer", Integer::valueOf),
            Map.entry("Long", Long::valueOf),
            Map.entry("Double", Double::valueOf),
            Map.entry("Boolean", Boolean::valueOf),
            Map.entry("BigDecimal", Scalars::decimal),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalTime", LocalTime::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("ZonedDateTime", ZonedDateTime::parse),
            Map.entry("Instant", Instant::parse),
            Map.entry("Duration", Duration::parse));

    /** All of them final but BigDecimal, so the class itself is compared. */
    private static final Map<Class<?>, String> NAMES = List.of(
                    String.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    Boolean.class,
                    BigDecimal.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    ZonedDateTime.class,
                    Instant.class,
                    Duration.class)
            .stream()
            .collect(Collectors.toMap(type -> type, Class::getSimpleName));

    private Scalars() {}

    static boolean has(Class<?> type) {
        return NAMES.containsKey(type);
    }

    static String name(Class<?> type) {
        return NAMES.getOrDefault(type, type.getName());
    }

    /** An {@link IllegalArgumentException} for what is no value of that class. */
    static Object read(String name, String text) {
        Function<String, Object> reader = READERS.get(name);
        if (reader == null) {
            throw new IllegalArgumentException(name);
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean near = number.precision() <= 4 * MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return near ? number : new Plain.Other("BigDecimal (" + MOST_DIGITS + " ...)");
    }
}
