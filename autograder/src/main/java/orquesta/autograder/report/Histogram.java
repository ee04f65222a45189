package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.List;
import orquesta.autograder.exercise.Points;
import orquesta.text.Language;
import orquesta.text.Message;

/** How many answers have which mark: a bar for each tenth of the points. */
record Histogram(List<Double> marks, double points, Language language) {
    private static final int BARS = 10;

    /** Nothing where there is no mark. */
    String html() {
        if (marks.isEmpty()) {
            return "";
        }
        int[] counts = counts();
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        StringBuilder html = new StringBuilder("<table class=\"marks\">\n<thead><tr>" + head("html.marks")
                + head("html.answers") + "</tr></thead>\n<tbody>\n");
        for (int bar = 0; bar < BARS; bar++) {
            html.append("<tr><th scope=\"row\">")
                    .append(escape(range(bar)))
                    .append("</th><td><meter max=\"")
                    .append(most)
                    .append("\" value=\"")
                    .append(counts[bar])
                    .append("\"></meter> ")
                    .append(counts[bar])
                    .append("</td></tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    /** All points belong to the last bar. */
    int[] counts() {
        int[] counts = new int[BARS];
        for (double mark : marks) {
            int bar = (int) Math.floor(BARS * mark / points + 1e-9);
            counts[Math.max(0, Math.min(BARS - 1, bar))]++;
        }
        return counts;
    }

    private String range(int bar) {
        String from = Points.text(points * bar / BARS, language);
        String to = Points.text(points * (bar + 1) / BARS, language);
        return bar == BARS - 1
                ? Message.of("html.range_last", from, to).in(language)
                : Message.of("html.range", from, to).in(language);
    }

    private String head(String key) {
        return "<th scope=\"col\">" + escape(Message.of(key).in(language)) + "</th>";
    }
}
