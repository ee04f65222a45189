package orquesta.autograder.report;

import java.util.List;
import java.util.stream.Collectors;
import orquesta.text.Language;

/** A page that needs nothing else: no script, nothing loaded; whoever adds to it escapes every text. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }
            td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            thead th { font-weight: 600; } tbody th { font-weight: 400; }
            p { margin: .4rem 0; } small { opacity: .8; } small.line { display: block; }
            h2 { margin: 2rem 0 .4rem; }
            pre, code { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            pre { margin: .4rem 0; font-size: .9em; }
            .grade { border: 1px solid #8886; border-radius: .4rem; padding: .6rem 1rem; margin: .6rem 0; }
            .mark { font-size: 1.2em; font-weight: 600; }
            .all { border-left: .25rem solid #c60; padding-left: .6rem; }
            .checks td:first-child { width: 38%; }
            td, tbody th { overflow-wrap: anywhere; } meter { width: 8rem; }
            @media print {
              body { max-width: none; margin: 0; } tr, .grade { break-inside: avoid; }
              details::details-content { content-visibility: visible; height: auto; }
            }
            """;

    private HtmlPage() {}

    /**
     * A whole page.
     *
     * @param body HTML, its texts escaped
     */
    static String of(Language language, String title, String body) {
        return "<!doctype html>\n<html lang=\"" + language.code() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1 id=\"top\">" + escape(title)
                + "</h1>\n" + body + "</main>\n</body>\n</html>\n";
    }

    static String paragraph(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    /**
     * What opens when its head is clicked.
     *
     * @param html its texts escaped
     */
    static String folded(String head, String html) {
        return "<details><summary>" + escape(head) + "</summary>\n" + html + "</details>\n";
    }

    /**
     * A table with a head.
     *
     * @param rows HTML, its texts escaped
     */
    static String table(List<String> heads, String rows) {
        String head = heads.stream()
                .map(each -> "<th scope=\"col\">" + escape(each) + "</th>")
                .collect(Collectors.joining());
        return "<table>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    /** A bar, so long as its value is of the most there can be. */
    static String meter(long value, long most) {
        return "<meter max=\"" + most + "\" value=\"" + value + "\"></meter>";
    }

    static String pre(String text) {
        return "<pre>" + escape(text) + "</pre>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]", "·")
                .replaceAll("[\u202a-\u202e\u2066-\u2069]", "·");
    }
}
