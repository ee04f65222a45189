package orquesta.autograder.result;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;

/** Why somebody has no points at all, in one sentence; empty where there is no one reason. */
public final class Reason {
    private static final Pattern SENTENCE = Pattern.compile("(.*?[.!?])\\s.*", Pattern.DOTALL);

    private Reason() {}

    /**
     * Of an answer that ran: there is one only if one thing cost every check that asked the answer. Where no call was
     * answered it is what the first of them did: that can leave no time for the others.
     */
    public static Bilingual of(List<Checked> checks) {
        List<CheckFailure> failures = checks.stream()
                .filter(check -> check.outcome() == CheckOutcome.FAILED && Exercise.Kind.asksTheAnswer(check.kind()))
                .map(Checked::failure)
                .toList();
        boolean silent = failures.stream().allMatch(CheckFailure::unanswered);
        boolean same = failures.stream().map(CheckFailure::what).distinct().count() == 1;
        return (silent || same) && checks.stream().noneMatch(Checked::passed)
                ? failures.stream()
                        .min(Comparator.comparing(CheckFailure::notReached))
                        .map(failure -> first(failure.what()))
                        .orElse(Bilingual.NONE)
                : Bilingual.NONE;
    }

    /** The first sentence of a text: what is wrong, without what to do about it. */
    public static Bilingual first(Bilingual text) {
        return new Bilingual(first(text.en()), first(text.es()));
    }

    private static String first(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.matches() ? sentence.group(1) : text;
    }
}
