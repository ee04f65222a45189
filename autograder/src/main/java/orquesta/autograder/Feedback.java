package orquesta.autograder;

import java.util.List;
import java.util.stream.Collectors;
import orquesta.autograder.report.HtmlReport;

/**
 * What {@link Grader} says: shows itself as text, and in a notebook as HTML.
 *
 * @param html a part of a page; every text of a student's is escaped in it
 */
public record Feedback(String text, String html) {
    /** Lines as they are. */
    static Feedback of(List<String> lines) {
        String text = String.join("\n", lines);
        String html = lines.stream().map(HtmlReport::escape).collect(Collectors.joining("\n", "<pre>", "</pre>"));
        return new Feedback(text, html);
    }

    @Override
    public String toString() {
        return text;
    }
}
