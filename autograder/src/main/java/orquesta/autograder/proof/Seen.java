package orquesta.autograder.proof;

import java.util.List;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;

/** What a result says about a claim. */
final class Seen {
    private Seen() {}

    /** The ids of the checks that were lost. */
    static List<String> lost(GradeResult result) {
        return result.checks().stream()
                .filter(check -> !check.passed())
                .map(Checked::id)
                .toList();
    }

    /** The class that the first lost check is told with, or "-". */
    static String difference(GradeResult result) {
        return result.firstFailure().map(check -> check.failure().difference()).orElse("-");
    }

    /** All of it, for a claim that does not hold. */
    static String told(GradeResult result) {
        String problems = result.problems().isEmpty()
                ? ""
                : " " + result.problems().get(0).en();
        String failure = result.firstFailure()
                .map(check -> " " + check.id() + ": " + check.failure().what().en()
                        + check.failure().details().stream()
                                .map(detail -> " / " + detail.en())
                                .toList())
                .orElse("");
        return result.status().code() + " " + Points.text(result.score()) + "/" + Points.text(result.points())
                + problems + failure + " " + lost(result) + " " + difference(result);
    }
}
