package orquesta.autograder.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Bilingual;

/**
 * One grading: {@code grade-result.json}. It begins as "0, not run", and is only ever raised.
 *
 * @param reason why there are no points at all, in one sentence; else empty
 * @param byHand what a teacher has put in the place of the score; null where nothing was
 * @param explanation what is said to who has solved it, a text of several lines; else empty
 * @param remark what a gradebook should say besides: which of several files was read; else empty
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GradeResult(
        int schema,
        GradedAnswer subject,
        Circumstances by,
        Status status,
        @Halves double score,
        @Halves double points,
        List<Bilingual> problems,
        Bilingual reason,
        Bilingual remark,
        List<Checked> checks,
        String printed,
        Bilingual explanation,
        @Nullable ByHand byHand) {
    public static final int SCHEMA = 1;

    @SuppressWarnings("NullAway") // an older result has no explanation
    public GradeResult {
        explanation = explanation == null ? Bilingual.NONE : explanation;
        problems = List.copyOf(problems);
        checks = List.copyOf(checks);
    }

    /**
     * What was graded.
     *
     * @param exerciseHash over exercise.json, the starter, the generator and the tests of the author
     */
    public record GradedAnswer(String exercise, String exerciseHash, Bilingual title, String submission) {}

    /**
     * How it was graded.
     *
     * @param seed {@code practice} or {@code teacher}
     * @param isolation the level; {@code escapes} what a program could do from there that tried
     */
    public record Circumstances(
            String tool,
            String jdk,
            String seed,
            String isolation,
            List<String> escapes,
            String started,
            String ended) {}

    public enum Status {
        NOT_RUN,
        NOT_TRIED,
        REJECTED,
        /** It could be read, and holds no answer to the exercise. */
        NO_ANSWER,
        COMPILE_ERROR,
        WRONG_SHAPE,
        GRADED,
        /** Trouble of ours: there is no grade, and it is to be run again. */
        INFRA_ERROR;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One check. {@code what} and {@code details} tell a failure; {@code sample} is its data. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Checked(
            String id,
            String kind,
            String visibility,
            CheckOutcome outcome,
            @Halves double points,
            @Halves double max,
            Bilingual title,
            Bilingual intent,
            String lesson,
            @Nullable Integer instruction,
            CheckFailure failure) {
        public boolean passed() {
            return outcome == CheckOutcome.PASSED;
        }

        public boolean hidden() {
            return visibility.equals("hidden");
        }

        private Checked forStudent() {
            CheckFailure shown = new CheckFailure(failure.difference(), failure.withoutAnswer(), List.of(), null);
            return hidden()
                    ? new Checked(id, kind, visibility, outcome, points, max, title, intent, lesson, instruction, shown)
                    : this;
        }
    }

    public enum CheckOutcome {
        NOT_RUN,
        FAILED,
        PASSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the student may see, wherever it is shown: of a hidden check the class of its difference, never data.
     * Results of a student's own grading are never anything else; those of a batch are its teacher's.
     */
    public GradeResult forStudent() {
        List<Checked> shown = checks.stream().map(Checked::forStudent).toList();
        Bilingual why = status == Status.GRADED ? Reason.of(shown) : reason;
        return new GradeResult(
                schema, subject, by, status, score, points, problems, why, remark, shown, printed, explanation, byHand);
    }

    /** The same with what is said to who has solved it. */
    public GradeResult explained(Bilingual text) {
        return with(checks, text, byHand);
    }

    /** The same with what a teacher decided. */
    public GradeResult decided(ByHand mark) {
        return with(checks, explanation, mark);
    }

    private GradeResult with(List<Checked> others, Bilingual text, @Nullable ByHand mark) {
        return new GradeResult(
                schema, subject, by, status, score, points, problems, reason, remark, others, printed, text, mark);
    }

    /**
     * A mark that a teacher has given, or lowered, by hand.
     *
     * @param why for the student to read; may be empty
     */
    public record ByHand(double mark, String why) {}

    /** The score, or what stands in its place by hand. */
    public double mark() {
        return byHand == null ? score : byHand.mark;
    }

    /**
     * What to show first: the first public check that failed, which can show its row; else the first hidden one. What was
     * not reached follows from a call that did not come back, and that comes before all others.
     */
    public Optional<Checked> firstFailure() {
        boolean late = checks.stream().anyMatch(check -> check.failure().notReached());
        return checks.stream()
                .filter(check -> check.outcome() == CheckOutcome.FAILED)
                .min(Comparator.<Checked, Boolean>comparing(
                                check -> check.failure().notReached())
                        .thenComparing(check -> late && !check.failure().ended())
                        .thenComparing(Checked::hidden));
    }

    public boolean full() {
        return status == Status.GRADED && score == points;
    }

    /** Whether there is a mark at all. */
    public boolean hasMark() {
        return byHand != null || (status != Status.INFRA_ERROR && status != Status.NOT_RUN);
    }
}
