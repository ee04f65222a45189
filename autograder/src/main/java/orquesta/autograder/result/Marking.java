package orquesta.autograder.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.judge.Difference;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;

/** Makes the checks of a result: zero and not run, until a verdict raises them. */
public final class Marking {
    private Marking() {}

    public static List<Checked> notRun(Exercise exercise) {
        return exercise.checks().stream()
                .map(check -> checked(check, CheckOutcome.NOT_RUN, CheckFailure.NONE))
                .toList();
    }

    /** Passed where there is no difference. */
    public static Checked judged(GradedCheck check, Optional<Difference> found) {
        return found.map(difference -> failed(check, difference)).orElseGet(() -> passed(check));
    }

    public static Checked passed(GradedCheck check) {
        return checked(check, CheckOutcome.PASSED, CheckFailure.NONE);
    }

    public static Checked notRun(GradedCheck check) {
        return checked(check, CheckOutcome.NOT_RUN, CheckFailure.NONE);
    }

    /** With its data, hidden or not: see {@link GradeResult#forStudent}. */
    public static Checked failed(GradedCheck check, Difference difference) {
        CheckFailure failure = new CheckFailure(
                difference.kind().code(),
                Bilingual.of(difference.what()),
                difference.details().stream().map(Bilingual::of).toList(),
                difference.sample().orElse(null));
        return checked(check, CheckOutcome.FAILED, failure);
    }

    /** Code that does nothing breaks no rule: without one right result, rules and facts that hold give nothing. */
    public static List<Checked> rulesNeedMore(Exercise exercise, List<Checked> checks) {
        if (checks.stream().anyMatch(check -> Exercise.Kind.asksTheAnswer(check.kind()) && check.passed())) {
            return checks;
        }
        return checks.stream()
                .map(check -> check.passed() ? notRun(exercise.check(check.id()).orElseThrow()) : check)
                .toList();
    }

    public static double score(List<Checked> checks) {
        return checks.stream().mapToDouble(Checked::points).sum();
    }

    private static Checked checked(GradedCheck check, CheckOutcome outcome, CheckFailure failure) {
        return new Checked(
                check.id(),
                check.kind().name().toLowerCase(Locale.ROOT),
                check.visibility().name().toLowerCase(Locale.ROOT),
                outcome,
                outcome == CheckOutcome.PASSED ? check.points() : 0,
                check.points(),
                check.title(),
                check.intent(),
                check.lesson(),
                check.instruction(),
                failure);
    }
}
