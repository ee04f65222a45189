package orquesta.autograder.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line {@code name = value} of an answer, and what is right there.
 *
 * @param options of a choice
 * @param value the right one; null where the generator says it, or {@code values} name several
 * @param values each of them is right
 * @param tolerance of a number, by which it may be off; null is none
 * @param wrong named misconceptions
 */
public record AnswerKey(
        String name,
        Type type,
        List<String> options,
        @Nullable String value,
        List<String> values,
        @Nullable String tolerance,
        List<Misconception> wrong) {
    @SuppressWarnings("NullAway") // a file may leave them out
    public AnswerKey {
        options = options == null ? List.of() : options;
        values = values == null ? List.of() : values;
        wrong = wrong == null ? List.of() : wrong;
    }

    public enum Type {
        NUMBER,
        CHOICE,
        WORD,
        CRON;

        @JsonCreator
        static Type of(String name) {
            return Words.of(Type.class, name);
        }
    }

    /**
     * A wrong value that many give, and what to say of it.
     *
     * @param name of a value that the generator says; null where it stands here
     */
    public record Misconception(
            @Nullable String name, @Nullable String value, Bilingual says) {}

    /** The values that are right here, without the generator's. */
    public List<String> stated() {
        return value == null ? values : List.of(value);
    }
}
