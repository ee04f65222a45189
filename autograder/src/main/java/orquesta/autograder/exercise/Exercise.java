package orquesta.autograder.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: {@code exercise.json}, as FORMAT.md describes it.
 *
 * @param entry with {@code input}, {@code output} and {@code cases} there where a check is of kind data
 * @param ordered the checks for which rows come in order; none named at all: every one
 */
public record Exercise(
        int schema,
        String id,
        Bilingual title,
        String lesson,
        int minutes,
        int points,
        List<String> answer,
        List<String> given,
        @Nullable Entry entry,
        List<Column> input,
        List<Column> output,
        String cases,
        long seed,
        List<Check> checks,
        @Nullable List<String> ordered,
        @Nullable Limits limits) {
    @SuppressWarnings("NullAway") // a file may leave them out
    public Exercise {
        input = input == null ? List.of() : input;
        output = output == null ? List.of() : output;
        cases = cases == null ? "" : cases;
    }

    /** The method to write: {@code static List<output> method(List<input>)}. */
    public record Entry(@JsonProperty("class") String type, String method, String input, String output) {}

    public record Column(String name, Type type, @Nullable Compare compare) {
        public boolean byScale() {
            return compare == Compare.SCALE;
        }
    }

    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE;

        @JsonCreator
        static Type of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    public enum Compare {
        VALUE,
        SCALE;

        @JsonCreator
        static Compare of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    public enum Kind {
        DATA,
        RULE,
        /** A test of the author's, run on the answer. */
        TEST;

        @JsonCreator
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    public enum Visibility {
        PUBLIC,
        HIDDEN;

        @JsonCreator
        static Visibility of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One check.
     *
     * @param rule the rule of a check of that kind: {@code S1}
     * @param test the method of a check of that kind: {@code caja.CajaChecks#adds_up}
     * @param instruction the number of the rule in the instructions that it is about
     */
    public record Check(
            String id,
            Kind kind,
            @Nullable String rule,
            @Nullable String test,
            int points,
            Visibility visibility,
            Bilingual title,
            Bilingual intent,
            String lesson,
            @Nullable Integer instruction) {
        public boolean hidden() {
            return visibility == Visibility.HIDDEN;
        }
    }

    /**
     * What the answer may use.
     *
     * @param caseSeconds one call of the method
     * @param totalSeconds all calls together; on the wall four times as much, since a machine may be busy
     */
    public record Limits(int caseSeconds, int totalSeconds, int heapMegabytes) {
        public static final Limits USUAL = new Limits(5, 20, 256);
    }

    public Limits within() {
        return limits == null ? Limits.USUAL : limits;
    }

    /** Whether the rows of an answer have to come in order for this check. */
    public boolean isOrdered(Check check) {
        return ordered == null || ordered.contains(check.id());
    }

    public Optional<Check> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    public List<Check> ofKind(Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).toList();
    }
}
