package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.report.CheckTable.TableReader;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/** Results as HTML: a page for the teacher, a page for one student, a part for a notebook. */
public final class HtmlReport {
    private static final int PRINTED_LINES = 20;

    private final Language language;
    private final Set<String> twice;

    private HtmlReport(Language language, Set<String> twice) {
        this.language = language;
        this.twice = twice;
    }

    /** The teacher's: the class first, then everybody, with what hidden checks found. */
    public static String page(List<GradeResult> results, String isolation, Language language) {
        return new HtmlReport(language, Twice.among(results)).page(results, isolation);
    }

    /**
     * A student's own result, to be given out: nothing of anybody else, and of a hidden check no data.
     *
     * @param code what was handed in, by file
     */
    public static String student(GradeResult result, SortedMap<String, String> code, Language language) {
        String title =
                result.subject().exercise() + " " + result.subject().title().in(language);
        String body = HtmlPage.paragraph(Student.of(result).name())
                + new HtmlReport(language, Set.of()).graded(result.forStudent(), TableReader.STUDENT)
                + (result.status() == Status.GRADED && result.by().seed().equals("teacher")
                        ? HtmlPage.paragraph(Message.of("html.data").in(language))
                        : "")
                + new CodePart(code, language).html();
        return HtmlPage.of(language, title, body);
    }

    /** One result for a notebook: no page around it. */
    public static String part(GradeResult result, List<String> lines, Language language) {
        return box(
                HtmlPage.pre(String.join("\n", lines)) + new CheckTable(result, language, TableReader.NOTEBOOK).html());
    }

    /** Lines without a result, for a notebook. */
    public static String part(List<String> lines) {
        return box(HtmlPage.pre(String.join("\n", lines)));
    }

    private static String box(String html) {
        return "<div class=\"grade\">\n" + html + "</div>\n";
    }

    private String page(List<GradeResult> results, String isolation) {
        Links links = new Links(results);
        StringBuilder page = new StringBuilder("<p>" + escape(isolation) + "</p>\n<h2>" + escape(say("html.summary"))
                + "</h2>\n" + ClassSummary.html(results, links, language) + "<h2>" + escape(say("html.list"))
                + "</h2>\n<table>\n<thead><tr>");
        for (String key : List.of("html.submission", "html.exercise", "html.status", "html.score")) {
            page.append(key.equals("html.score") ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(escape(say(key)))
                    .append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        results.forEach(result -> page.append(row(result, links)));
        page.append("</tbody>\n</table>\n");
        results.forEach(result -> page.append(section(result, links)));
        return HtmlPage.of(language, say("html.title", results.size()), page.toString());
    }

    private String row(GradeResult result, Links links) {
        String notes = Note.of(result, isTwice(result), language).stream()
                .map(note -> "<br><small>" + escape(note) + "</small>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">" + links.to(result) + submission(result) + "</th><td>"
                + escape(result.subject().exercise()) + "</td><td>"
                + escape(say("status." + result.status().code())) + notes + "</td><td class=\"n\">" + score(result)
                + "</td></tr>\n";
    }

    private String section(GradeResult result, Links links) {
        String head = links.name(result) + " · " + result.subject().exercise();
        return "<section id=\"" + links.place(result) + "\">\n<h2>" + escape(head) + "</h2>\n"
                + box(graded(result, TableReader.TEACHER)) + "<p><a href=\"#top\">" + escape(say("html.top"))
                + "</a></p>\n</section>\n";
    }

    /** What came out for one: the mark, why there is none, what was remarked, each check, what the code printed. */
    private String graded(GradeResult result, TableReader reader) {
        StringBuilder html =
                new StringBuilder("<p class=\"mark\">" + score(result) + " " + escape(say("html.score")) + "</p>\n");
        if (!result.remark().in(language).isEmpty()) {
            html.append(HtmlPage.paragraph(result.remark().in(language)));
        }
        Note.byHand(result, language).map(HtmlPage::paragraph).ifPresent(html::append);
        if (result.status() == Status.NOT_TRIED) { // when this is given out, it is too late to try
            html.append(HtmlPage.paragraph(say("html.not_tried")));
        } else {
            result.problems().forEach(problem -> html.append(HtmlPage.pre(problem.in(language))));
        }
        String explanation = result.explanation().in(language);
        if (reader == TableReader.STUDENT) {
            explanation
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(HtmlPage::paragraph)
                    .forEach(html::append);
        }
        html.append(new CheckTable(result, language, reader).html());
        if (!result.printed().isBlank()) {
            html.append(HtmlPage.paragraph(say("report.printed"))).append(HtmlPage.pre(printed(result)));
        }
        return html.toString();
    }

    private static String printed(GradeResult result) {
        return result.printed()
                .lines()
                .limit(PRINTED_LINES)
                .map(TerminalText::text)
                .collect(Collectors.joining("\n"));
    }

    /** The name of the file or folder, where a platform's was cut. */
    private static String submission(GradeResult result) {
        String submission = result.subject().submission();
        return submission.equals(Student.of(result).name()) ? "" : "<br><small>" + escape(submission) + "</small>";
    }

    private String score(GradeResult result) {
        return result.hasMark()
                ? Points.text(result.mark(), language) + " / " + Points.text(result.points(), language)
                : "–";
    }

    private boolean isTwice(GradeResult result) {
        return twice.contains(result.subject().submission());
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
