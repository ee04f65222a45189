package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Outcome;
import orquesta.text.Language;
import orquesta.text.Message;

/** The checks of one result as a table. What left several of them without an answer is said once, above it. */
final class ResultTable {
    private final GradeResult result;
    private final Language language;
    private final boolean details;
    private final Map<String, Long> repeated;

    /**
     * Of a result.
     *
     * @param details with the rows and values of every check that failed
     */
    ResultTable(GradeResult result, Language language, boolean details) {
        this.result = result;
        this.language = language;
        this.details = details;
        this.repeated = result.checks().stream()
                .filter(check -> check.failure().unanswered())
                .collect(Collectors.groupingBy(this::failure, TreeMap::new, Collectors.counting()));
        repeated.values().removeIf(times -> times == 1);
    }

    /** Nothing where no check was judged. */
    String html() {
        if (result.checks().stream().allMatch(check -> check.outcome() == Outcome.NOT_RUN)) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        repeated.forEach((failure, times) -> html.append("<div class=\"all\">\n")
                .append(HtmlPage.paragraph(say("html.repeated", times)))
                .append(failure)
                .append("\n</div>\n"));
        html.append("<table class=\"checks\">\n<tbody>\n");
        shown().forEach(check -> html.append(row(check)));
        return html + "</tbody>\n</table>\n";
    }

    /** On a page what failed comes first; in a notebook it stands above the table. */
    private Stream<Checked> shown() {
        Stream<Checked> checks = result.checks().stream();
        return details ? checks.sorted(Comparator.comparing(check -> check.outcome() != Outcome.FAILED)) : checks;
    }

    private String row(Checked check) {
        String sign = check.passed() ? "✓ " : check.outcome() == Outcome.FAILED ? "✗ " : "· ";
        return "<tr><td>" + sign + escape(check.title().in(language)) + hidden(check) + intent(check) + "</td><td>"
                + told(check)
                + "</td><td class=\"n\">" + check.points() + " / " + check.max() + "</td></tr>\n";
    }

    private String hidden(Checked check) {
        return check.hidden() ? " <small>" + escape(say("report.mark_hidden")) + "</small>" : "";
    }

    /** What a check that failed wants, where nothing else on the page says it. */
    private String intent(Checked check) {
        boolean wanted = details && check.outcome() == Outcome.FAILED && !repeated.containsKey(failure(check));
        return wanted ? "<small class=\"line\">" + escape(check.intent().in(language)) + "</small>" : "";
    }

    private String told(Checked check) {
        String failure = failure(check);
        if (repeated.containsKey(failure)) {
            return "<small>" + escape(say("html.above")) + "</small>";
        }
        return details && check.outcome() == Outcome.FAILED ? failure + reread(check) : failure;
    }

    private String reread(Checked check) {
        String what = check.instruction() == null
                ? say("report.lesson", check.lesson())
                : say("report.rule", check.instruction());
        return "<small class=\"line\">" + escape(what) + "</small>";
    }

    /** What is wrong, and its rows. */
    private String failure(Checked check) {
        String what = escape(check.failure().what().in(language));
        List<String> lines = check.failure().details().stream()
                .map(detail -> detail.in(language))
                .toList();
        return details && !lines.isEmpty() ? what + "\n" + HtmlPage.pre(String.join("\n", lines)) : what;
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
