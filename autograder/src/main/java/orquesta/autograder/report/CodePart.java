package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import orquesta.text.Language;
import orquesta.text.Message;

/** What somebody handed in, with numbers of lines, as a part of a page. */
record CodePart(SortedMap<String, String> code, Language language) {
    private static final int MOST_LINES = 1_000;
    private static final int WIDEST = 300;

    String html() {
        if (code.isEmpty()) {
            return "";
        }
        StringBuilder html =
                new StringBuilder("<h2>" + escape(Message.of("html.code").in(language)) + "</h2>\n");
        for (Map.Entry<String, String> file : code.entrySet()) {
            html.append("<details open><summary>")
                    .append(escape(file.getKey()))
                    .append("</summary>")
                    .append(HtmlPage.pre(numbered(file.getValue())))
                    .append("</details>\n");
        }
        return html.toString();
    }

    private static String numbered(String text) {
        StringBuilder lines = new StringBuilder();
        List<String> all = text.lines().limit(MOST_LINES + 1L).toList();
        for (int i = 0; i < Math.min(all.size(), MOST_LINES); i++) {
            String line = all.get(i);
            String shown = line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "…";
            lines.append("%4d  ".formatted(i + 1))
                    .append(shown.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\t]]", "·"))
                    .append('\n');
        }
        return all.size() > MOST_LINES ? lines + "…" : lines.toString();
    }
}
