package orquesta.autograder.report;

import java.util.List;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;

/**
 * One exercise of a class.
 *
 * @param all a row for each submission, at least one
 * @param answers those that hold an answer which was graded
 */
record Tally(List<GradeResult> all, List<GradeResult> answers) {
    static Tally of(List<GradeResult> all) {
        return new Tally(all, all.stream().filter(Tally::isAnswer).toList());
    }

    /** Whether something was handed in that could be read, and has a mark. */
    static boolean isAnswer(GradeResult result) {
        return result.hasMark() && result.status() != Status.NO_ANSWER && result.status() != Status.REJECTED;
    }

    GradeResult any() {
        return all.get(0);
    }

    long whole() {
        return answers.stream().filter(GradeResult::full).count();
    }

    /** Which part of the points was reached, from 0 to 1; above where nobody has answered, so that this comes last. */
    double share() {
        return answers.stream()
                .mapToDouble(result -> result.mark() / result.points())
                .average()
                .orElse(2);
    }

    String meter() {
        long percent = Math.round(100 * share());
        return answers.isEmpty() ? "–" : HtmlPage.meter(percent, 100) + " " + percent + " %";
    }
}
