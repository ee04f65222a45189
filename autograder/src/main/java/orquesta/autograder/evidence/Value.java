package orquesta.autograder.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A value as plain text.
 *
 * @param type the class it had: {@code String}, {@code BigDecimal} ..., a whole class name for any other; empty for null
 * @param text what it said; null for null, and for a class whose text means nothing to us
 */
public record Value(String type, @Nullable String text) {
    public static final Value NULL = new Value("", null);

    public boolean isNull() {
        return type.isEmpty();
    }
}
