package orquesta.autograder.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method of any signature, and who judges what it comes to.
 *
 * @param check the id of the check that it belongs to
 * @param earlier the arguments of calls before it, whose answers nobody judges
 * @param arguments plain values as in {@link Outcome}; {@link Row} for a record, a text for a constant of an enum
 * @param rule who judges
 * @param scenario what is done with the definitions that the method gives; empty for a method of another kind
 */
public record Trial(
        String check,
        List<List<@Nullable Object>> earlier,
        List<@Nullable Object> arguments,
        Rule rule,
        Case.Conditions conditions,
        Optional<Scenario> scenario) {
    /** What decides: a value that is expected, or a validator. */
    public sealed interface Rule {}

    /** Equal to this value; a {@link Row} equals a record of its values, and decimals are compared by value. */
    public record Equal(@Nullable Object value) implements Rule {}

    public record Judged(Validator validator) implements Rule {}

    public static Builder forCheck(String check) {
        return new Builder(check);
    }

    /** Builds a trial. */
    public static final class Builder {
        private final String check;
        private final List<List<@Nullable Object>> earlier = new ArrayList<>();
        private List<@Nullable Object> arguments = List.of();
        private Optional<Rule> rule = Optional.empty();
        private Case.Conditions conditions = new Case.Conditions(1, "", false, false);
        private Optional<Scenario> scenario = Optional.empty();

        private Builder(String check) {
            this.check = check;
        }

        /** The arguments of the call. */
        public Builder with(@Nullable Object... values) {
            arguments = list(values);
            return this;
        }

        /** A call before it with these arguments: what an answer keeps from it must not come back. */
        public Builder after(@Nullable Object... values) {
            earlier.add(list(values));
            return this;
        }

        /** What the definitions meet that the method gives; {@link #judged} says who judges what came of it. */
        public Builder in(Scenario meets) {
            scenario = Optional.of(meets);
            return this;
        }

        public Builder gives(@Nullable Object value) {
            rule = Optional.of(new Equal(value));
            return this;
        }

        public Builder judged(Validator validator) {
            rule = Optional.of(new Judged(validator));
            return this;
        }

        /** It throws an exception of that class, whose message holds all these. */
        public Builder throwsLike(String type, String... content) {
            return judged(Validator.exception(type, content));
        }

        /** So many times on equal arguments; each answer is judged. */
        public Builder calls(int calls) {
            conditions = new Case.Conditions(calls, conditions.locale(), conditions.untouched(), conditions.fixed());
            return this;
        }

        public Builder locale(String tag) {
            conditions = new Case.Conditions(conditions.calls(), tag, conditions.untouched(), conditions.fixed());
            return this;
        }

        /** The arguments have to be the same afterwards. */
        public Builder untouched() {
            conditions = new Case.Conditions(conditions.calls(), conditions.locale(), true, conditions.fixed());
            return this;
        }

        /** Lists, sets and maps among the arguments refuse modification. */
        public Builder fixed() {
            conditions = new Case.Conditions(conditions.calls(), conditions.locale(), conditions.untouched(), true);
            return this;
        }

        public Trial build() {
            Rule judge = rule.orElseThrow(() -> new IllegalStateException(check + ": gives, judged or throwsLike"));
            return new Trial(check, earlier, arguments, judge, conditions, scenario);
        }

        private static List<@Nullable Object> list(@Nullable Object @Nullable [] values) {
            return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(Objects.requireNonNull(values))));
        }
    }
}
