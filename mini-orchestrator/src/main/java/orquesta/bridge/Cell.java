package orquesta.bridge;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * One value of a table as the type of a component, exactly or not at all. The driver alone would cut off what does not fit,
 * and take every number but 1 and every text for false.
 */
final class Cell {
    private static final int LAST_YEAR = 290_000;

    private Cell() {}

    /** @throws UserException if the component's type cannot hold the value; says which */
    static @Nullable Object read(ResultSet result, int column, Component component) throws SQLException {
        Class<?> java = component.type();
        Object found = result.getObject(column);
        if (found == null) {
            if (java.isPrimitive()) {
                throw component.misfit("record.null", java.getSimpleName());
            }
            return null;
        }
        if (java.isEnum()) {
            return constant(component, (String) found);
        }
        return switch (java.getSimpleName()) {
            case "int", "Integer" -> (int) whole(found, component, Integer.SIZE);
            case "short", "Short" -> (short) whole(found, component, Short.SIZE);
            case "long", "Long" -> whole(found, component, Long.SIZE);
            case "BigDecimal" -> exact(found, component);
            case "boolean", "Boolean" -> same(found, Boolean.class, component);
            case "double", "Double" -> real(found, component);
            case "float", "Float" -> shortReal(found, component);
            case "LocalDate" -> day(same(found, LocalDate.class, component), component);
            case "LocalDateTime" -> time(result.getObject(column, LocalDateTime.class), found, component);
            default -> same(found, String.class, component);
        };
    }

    private static Object constant(Component component, String text) {
        return Arrays.stream(component.type().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> component.misfit("record.enum", text));
    }

    private static <T> T same(Object found, Class<T> wanted, Component component) {
        if (!wanted.isInstance(found)) {
            throw misfit(found, component);
        }
        return wanted.cast(found);
    }

    /** DuckDB's infinity has no date of its own in Java. */
    private static LocalDate day(LocalDate found, Component component) {
        if (Math.abs(found.getYear()) > LAST_YEAR) {
            throw misfit(found, component);
        }
        return found;
    }

    private static LocalDateTime time(LocalDateTime time, Object found, Component component) {
        same(found, Timestamp.class, component);
        day(time.toLocalDate(), component);
        return time;
    }

    private static long whole(Object found, Component component, int bits) {
        try {
            long number = found instanceof Integer || found instanceof Long
                    ? ((Number) found).longValue()
                    : exact(found, component).longValueExact();
            if (number >> (bits - 1) == number >> (Long.SIZE - 1)) {
                return number;
            }
        } catch (ArithmeticException e) {
            throw misfit(found, component);
        }
        throw misfit(found, component);
    }

    /** A whole or decimal number is a double if the double prints the same digits: 0.1 is, 9007199254740993 is not. */
    private static double real(Object found, Component component) {
        if (found instanceof Double || found instanceof Float) {
            return ((Number) found).doubleValue();
        }
        BigDecimal number = exact(found, component);
        double real = number.doubleValue();
        if (Double.isInfinite(real) || new BigDecimal(Double.toString(real)).compareTo(number) != 0) {
            throw misfit(found, component);
        }
        return real;
    }

    private static float shortReal(Object found, Component component) {
        double real = real(found, component);
        float cut = (float) real;
        if (cut != real && !Double.isNaN(real)) {
            throw misfit(found, component);
        }
        return cut;
    }

    private static BigDecimal exact(Object found, Component component) {
        if (found instanceof BigDecimal number) {
            return number;
        }
        try {
            if (found instanceof Number) {
                return new BigDecimal(found.toString());
            }
        } catch (NumberFormatException notFinite) {
            throw misfit(found, component);
        }
        throw misfit(found, component);
    }

    private static UserException misfit(Object found, Component component) {
        return component.misfit("record.number", found, component.type().getSimpleName());
    }
}
