package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.GradedAnswer;

/** The places of a page where each result stands, and the way there. */
final class Links {
    /** More names than this are folded. */
    private static final int HANDFUL = 5;

    private final Map<GradedAnswer, String> places = new HashMap<>();
    private final SubmissionNames names;

    Links(List<GradeResult> results) {
        this.names = SubmissionNames.of(results);
        results.forEach(result -> places.put(result.subject(), "s" + places.size()));
    }

    String place(GradeResult result) {
        return places.getOrDefault(result.subject(), "top");
    }

    String name(GradeResult result) {
        return names.of(result.subject().submission());
    }

    String to(GradeResult result) {
        return "<a href=\"#" + place(result) + "\">" + escape(name(result)) + "</a>";
    }

    String toAll(List<GradeResult> results) {
        String all = results.stream().map(this::to).collect(Collectors.joining(", "));
        return results.size() > HANDFUL ? HtmlPage.folded(String.valueOf(results.size()), all) : all;
    }
}
