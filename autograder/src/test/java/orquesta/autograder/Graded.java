package orquesta.autograder;

import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.GradedAnswer;

/** Results that reports are made of: answers to T01 that were graded, and the same ones under other names. */
final class Graded {
    private Graded() {}

    /** The result of a source that somebody handed in. */
    static GradeResult of(String who, String source) {
        return by(who, Given.grade(source));
    }

    /** The same result as one of somebody else. */
    static GradeResult by(String who, GradeResult result) {
        return copy(result.subject().exercise(), who, result.score(), result);
    }

    /** The same result as one of another exercise. */
    static GradeResult in(String exercise, GradeResult result) {
        return copy(exercise, result.subject().submission(), result.score(), result);
    }

    /** The same result with another score. */
    static GradeResult with(double score, GradeResult result) {
        return copy(result.subject().exercise(), result.subject().submission(), score, result);
    }

    private static GradeResult copy(String exercise, String who, double score, GradeResult result) {
        GradedAnswer subject = result.subject();
        return new GradeResult(
                result.schema(),
                new GradedAnswer(exercise, subject.exerciseHash(), subject.title(), who),
                result.by(),
                result.status(),
                score,
                result.points(),
                result.problems(),
                result.reason(),
                result.remark(),
                result.checks(),
                result.printed(),
                result.explanation(),
                null);
    }
}
