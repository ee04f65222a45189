package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * The course as one student stands in it: each lesson, its exercises, what became of each. For the student: it holds
 * marks and states, and nothing of what a hidden check found.
 *
 * @param results of one submission
 */
public record StudentMap(List<GradeResult> results, Function<String, ExerciseNotes> asked, Language language) {
    /** What its file is called, after what a platform wants before. */
    public static final String FILE = "course.html";

    /** One exercise needs no map. */
    public boolean isCourse() {
        return results.size() > 1;
    }

    long answered() {
        return results.stream().filter(Tally::isAnswer).count();
    }

    double got() {
        return results.stream()
                .filter(GradeResult::hasMark)
                .mapToDouble(GradeResult::mark)
                .sum();
    }

    double points() {
        return results.stream().mapToDouble(GradeResult::points).sum();
    }

    /**
     * The page.
     *
     * @param file of the page of a result, beside this one; empty where there is none
     */
    public String html(Function<GradeResult, String> file) {
        Map<String, List<GradeResult>> lessons = new TreeMap<>();
        results.forEach(result -> lessons.computeIfAbsent(lesson(result), any -> new ArrayList<>())
                .add(result));
        String name = Student.of(results.get(0)).name();
        long whole = results.stream().filter(GradeResult::full).count();
        String sum =
                say("map.sum", whole, results.size(), Points.text(got(), language), Points.text(points(), language));
        String tables = lessons.entrySet().stream()
                .map(lesson -> "<h2>" + escape(lesson.getKey()) + "</h2>\n" + table(lesson.getValue(), file))
                .collect(Collectors.joining());
        return HtmlPage.of(language, say("map.title", name), HtmlPage.paragraph(sum) + tables);
    }

    private String lesson(GradeResult result) {
        String lesson = asked.apply(result.subject().exercise()).lesson();
        return lesson.isEmpty() ? say("map.other") : lesson;
    }

    private String table(List<GradeResult> some, Function<GradeResult, String> file) {
        String rows =
                some.stream().map(result -> row(result, file.apply(result))).collect(Collectors.joining());
        List<String> heads = List.of(say("html.exercise"), say("html.status"), say("html.score"));
        return HtmlPage.table(heads, rows);
    }

    private String row(GradeResult result, String file) {
        String title = escape(
                result.subject().exercise() + " " + result.subject().title().in(language));
        String link = file.isEmpty() ? title : "<a href=\"" + escape(file) + "\">" + title + "</a>";
        String points = result.hasMark() ? Points.text(result.mark(), language) + " / " : "– / ";
        return "<tr><th scope=\"row\">" + link + "</th><td>" + escape(state(result)) + "</td><td class=\"n\">" + points
                + Points.text(result.points(), language) + "</td></tr>\n";
    }

    private String state(GradeResult result) {
        return result.full()
                ? say("map.whole")
                : say("status." + result.status().code());
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
