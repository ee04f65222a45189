package orquesta.autograder.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Outcome;
import orquesta.text.Language;
import orquesta.text.Message;

/** Results as one page that needs nothing else: no script, nothing loaded, every text escaped. */
public final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8886; }
            td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            pre, code { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            .grade { border: 1px solid #8886; border-radius: .4rem; padding: .6rem 1rem; margin: .6rem 0; }
            """;

    private final Language language;
    private final Set<String> twice;

    private HtmlReport(Language language, Set<String> twice) {
        this.language = language;
        this.twice = twice;
    }

    public static String page(List<GradeResult> results, String isolation, Language language) {
        return new HtmlReport(language, Twice.among(results)).page(results, isolation);
    }

    /** One result for a notebook: no page around it. */
    public static String part(GradeResult result, List<String> lines, Language language) {
        return new HtmlReport(language, Set.of()).part(result, lines);
    }

    /** Lines without a result, for a notebook. */
    public static String part(List<String> lines) {
        return "<div class=\"grade\">\n" + pre(lines) + "</div>\n";
    }

    private static String pre(List<String> lines) {
        return lines.stream().map(HtmlReport::escape).collect(Collectors.joining("\n", "<pre>", "</pre>\n"));
    }

    private String page(List<GradeResult> results, String isolation) {
        String title = say("html.title", results.size());
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"" + language.code() + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1 id=\"top\">" + escape(title)
                + "</h1>\n<p>" + escape(isolation) + "</p>\n<table>\n<thead><tr>");
        for (String key : List.of("html.submission", "html.exercise", "html.status", "html.score")) {
            page.append("<th scope=\"col\">").append(escape(say(key))).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < results.size(); i++) {
            page.append(row(results.get(i), i));
        }
        page.append("</tbody>\n</table>\n");
        for (int i = 0; i < results.size(); i++) {
            page.append(section(results.get(i), i));
        }
        return page + "</main>\n</body>\n</html>\n";
    }

    private String row(GradeResult result, int number) {
        String score = result.hasMark() ? result.score() + " / " + result.points() : "–";
        return "<tr><th scope=\"row\"><a href=\"#s" + number + "\">"
                + escape(result.subject().submission()) + "</a></th><td>"
                + escape(result.subject().exercise()) + "</td><td>" + escape(status(result))
                + "</td><td class=\"n\">" + score + "</td></tr>\n";
    }

    private String section(GradeResult result, int number) {
        String head = result.subject().submission() + " · " + result.subject().exercise();
        List<String> lines = TextReport.lines(result, language);
        return "<section id=\"s" + number + "\">\n<h2>" + escape(head) + "</h2>\n" + part(result, lines)
                + "<p><a href=\"#top\">" + escape(say("html.top")) + "</a></p>\n</section>\n";
    }

    private String part(GradeResult result, List<String> lines) {
        StringBuilder part = new StringBuilder("<div class=\"grade\">\n" + pre(lines));
        if (result.checks().stream().anyMatch(check -> check.outcome() != Outcome.NOT_RUN)) {
            part.append("<table>\n<tbody>\n");
            result.checks().forEach(check -> part.append(checkRow(check)));
            part.append("</tbody>\n</table>\n");
        }
        return part + "</div>\n";
    }

    private String checkRow(Checked check) {
        Bilingual what = check.failure().what();
        String sign = check.passed() ? "✓ " : check.outcome() == Outcome.FAILED ? "✗ " : "· ";
        return "<tr><td>" + sign + escape(check.title().in(language)) + "</td><td>" + escape(what.in(language))
                + "</td><td class=\"n\">" + check.points() + " / " + check.max() + "</td></tr>\n";
    }

    private String status(GradeResult result) {
        String status = say("status." + result.status().code());
        return twice.contains(result.subject().submission()) ? status + " · " + say("html.twice") : status;
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]", "·")
                .replaceAll("[\u202a-\u202e\u2066-\u2069]", "·");
    }
}
