package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.Reason;
import orquesta.text.Language;
import orquesta.text.Message;

/** The checks of one result as a table. What left several of them without an answer is said whole once, above it. */
final class CheckTable {
    private final GradeResult result;
    private final Language language;
    private final TableReader reader;
    private final Map<Bilingual, List<Checked>> causes;

    /** Who reads it. */
    enum TableReader {
        /** In a notebook, where the first failure stands above the table: no rows and values in it. */
        NOTEBOOK,
        STUDENT,
        /** One of many: what passed is folded. */
        TEACHER
    }

    CheckTable(GradeResult result, Language language, TableReader reader) {
        this.result = result;
        this.language = language;
        this.reader = reader;
        this.causes = result.checks().stream()
                .filter(check ->
                        check.failure().unanswered() && !check.failure().notReached())
                .collect(Collectors.groupingBy(
                        check -> check.failure().what(), LinkedHashMap::new, Collectors.toList()));
        boolean allReached =
                result.checks().stream().noneMatch(check -> check.failure().notReached());
        causes.values()
                .removeIf(checks -> checks.size() == 1
                        && (allReached || !checks.get(0).failure().ended()));
    }

    /** Nothing where no check was judged. */
    String html() {
        if (result.checks().stream().allMatch(check -> check.outcome() == CheckOutcome.NOT_RUN)) {
            return "";
        }
        return causes.values().stream().map(this::cause).collect(Collectors.joining()) + notReached() + tables();
    }

    private String cause(List<Checked> checks) {
        String times = checks.size() == 1 ? "" : HtmlPage.paragraph(say("html.repeated", checks.size()));
        return "<div class=\"all\">\n" + times + HtmlPage.paragraph(what(checks.get(0))) + details(checks.get(0))
                + "</div>\n";
    }

    private String notReached() {
        long others = result.checks().stream()
                .filter(check -> check.failure().notReached())
                .count();
        return others == 0 ? "" : HtmlPage.paragraph(say("report.not_reached", others));
    }

    /** On a page what failed comes first; in a notebook it stands above the table. */
    private String tables() {
        if (reader == TableReader.NOTEBOOK) {
            return table(result.checks());
        }
        List<Checked> well = result.checks().stream().filter(Checked::passed).toList();
        List<Checked> others = result.checks().stream()
                .filter(check -> !check.passed())
                .sorted(Comparator.comparing(check -> check.outcome() == CheckOutcome.NOT_RUN))
                .toList();
        if (reader == TableReader.STUDENT || well.isEmpty()) {
            return table(Stream.concat(others.stream(), well.stream()).toList());
        }
        return table(others) + HtmlPage.folded(say("report.passed") + ": " + well.size(), table(well));
    }

    private String table(List<Checked> checks) {
        return checks.isEmpty()
                ? ""
                : checks.stream()
                        .map(this::row)
                        .collect(Collectors.joining("", "<table class=\"checks\">\n<tbody>\n", "</tbody>\n</table>\n"));
    }

    private String row(Checked check) {
        return "<tr><td>" + sign(check) + escape(check.title().in(language)) + hidden(check) + intent(check)
                + "</td><td>"
                + told(check)
                + "</td><td class=\"n\">" + Points.text(check.points(), language) + " / "
                + Points.text(check.max(), language)
                + "</td></tr>\n";
    }

    private static String sign(Checked check) {
        if (check.passed()) {
            return "✓ ";
        }
        return check.outcome() == CheckOutcome.FAILED ? "✗ " : "· ";
    }

    private String hidden(Checked check) {
        return check.hidden() ? " <small>" + escape(say("report.mark_hidden")) + "</small>" : "";
    }

    /** What a check that failed wants, where nothing else on the page says it. */
    private String intent(Checked check) {
        return isTold(check) ? "<small class=\"line\">" + escape(check.intent().in(language)) + "</small>" : "";
    }

    /** Whether its row is where its failure is told. */
    private boolean isTold(Checked check) {
        return reader != TableReader.NOTEBOOK && check.outcome() == CheckOutcome.FAILED && !isCommon(check);
    }

    /** What it says is said above the table. */
    private boolean isCommon(Checked check) {
        return check.failure().notReached()
                || causes.containsKey(check.failure().what());
    }

    private String told(Checked check) {
        if (check.outcome() == CheckOutcome.NOT_RUN) {
            return "<small>" + escape(say(TerminalText.notRun(result))) + "</small>";
        } else if (isCommon(check)) {
            String words = Reason.first(check.failure().what()).in(language);
            return "<small>" + escape(words) + "</small>" + ownDetails(check);
        }
        return escape(what(check)) + details(check) + (isTold(check) ? reread(check) : "");
    }

    /** Those that are not said above the table: other words, another line. */
    private String ownDetails(Checked check) {
        boolean said = causes.getOrDefault(check.failure().what(), List.of()).stream()
                .limit(1)
                .anyMatch(first ->
                        first.failure().details().equals(check.failure().details()));
        return said ? "" : details(check);
    }

    private String reread(Checked check) {
        String what = check.instruction() == null
                ? say("report.lesson", check.lesson())
                : say("report.rule", check.instruction());
        return "<small class=\"line\">" + escape(what) + "</small>";
    }

    private String what(Checked check) {
        return check.failure().what().in(language);
    }

    private String details(Checked check) {
        List<String> lines = check.failure().details().stream()
                .map(detail -> detail.in(language))
                .toList();
        return reader == TableReader.NOTEBOOK || lines.isEmpty() ? "" : "\n" + HtmlPage.pre(String.join("\n", lines));
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
