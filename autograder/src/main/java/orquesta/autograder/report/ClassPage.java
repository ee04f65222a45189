package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.report.Misconceptions.Held;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;

/** The class as its teacher sees it: which exercises are hard, what was taken for right, how often, and by whom. */
public final class ClassPage {
    private final Known known;
    private final Language language;
    private final SubmissionNames names;

    private ClassPage(List<GradeResult> results, Known known, Language language) {
        this.known = known;
        this.language = language;
        this.names = SubmissionNames.of(results);
    }

    /**
     * What the page needs beside the results.
     *
     * @param asked of an exercise
     * @param page the way from this page to a student's of one result; empty where there is none
     * @param map the way to the student's map of the course, by submission; empty where there is none
     */
    public record Known(
            Function<String, ExerciseNotes> asked, Function<GradeResult, String> page, Function<String, String> map) {}

    /** Of the results of a batch, in the order of the class list. */
    public static String of(List<GradeResult> results, Known known, Language language) {
        return new ClassPage(results, known, language).page(results);
    }

    private String page(List<GradeResult> results) {
        Map<String, List<GradeResult>> students = new LinkedHashMap<>();
        Map<String, List<GradeResult>> byExercise = new TreeMap<>();
        for (GradeResult result : results) {
            students.computeIfAbsent(result.subject().submission(), any -> new ArrayList<>())
                    .add(result);
            byExercise
                    .computeIfAbsent(result.subject().exercise(), any -> new ArrayList<>())
                    .add(result);
        }
        List<Tally> tallies = byExercise.values().stream().map(Tally::of).toList();
        int answers = tallies.stream().mapToInt(tally -> tally.answers().size()).sum();
        String sections = tallies.stream().map(this::section).collect(Collectors.joining());
        return HtmlPage.of(
                language,
                say("class.title", students.size()),
                HtmlPage.paragraph(say("class.counts", students.size(), tallies.size(), answers))
                        + hardest(tallies) + everybody(students) + sections
                        + "<p><a href=\"report.html\">" + escape(say("class.more")) + "</a></p>\n");
    }

    private String hardest(List<Tally> tallies) {
        String rows = tallies.stream()
                .sorted(Comparator.comparing(Tally::share))
                .map(this::hard)
                .collect(Collectors.joining());
        return heading("class.hardest")
                + table(
                        List.of("html.exercise", "class.reached", "class.handed_in", "class.whole", "class.frequent"),
                        rows);
    }

    private String hard(Tally tally) {
        String exercise = tally.any().subject().exercise();
        String often = mistaken(tally).stream().findFirst().map(this::told).orElse("");
        return "<tr><th scope=\"row\"><a href=\"#" + escape(exercise) + "\">" + escape(title(tally)) + "</a></th><td>"
                + tally.meter() + "</td><td class=\"n\">" + tally.answers().size() + "</td><td class=\"n\">"
                + tally.whole() + "</td><td>" + escape(often) + "</td></tr>\n";
    }

    private String told(Held held) {
        return say("class.often", held.by().size(), held.what());
    }

    private String section(Tally tally) {
        GradeResult any = tally.any();
        List<Double> marks =
                tally.answers().stream().map(GradeResult::mark).sorted().toList();
        String counts = say("class.handed", marks.size(), tally.all().size(), tally.whole());
        return "<section id=\"" + escape(any.subject().exercise()) + "\">\n<h2>" + escape(title(tally)) + "</h2>\n"
                + HtmlPage.paragraph(counts) + new Histogram(marks, any.points(), language).html() + mistook(tally)
                + "<p><a href=\"#top\">" + escape(say("class.top")) + "</a></p>\n</section>\n";
    }

    private String title(Tally tally) {
        GradeResult.GradedAnswer subject = tally.any().subject();
        String lesson = known.asked.apply(subject.exercise()).lesson();
        String title = subject.exercise() + " " + subject.title().in(language);
        return lesson.isEmpty() ? title : title + " (" + lesson + ")";
    }

    private List<Held> mistaken(Tally tally) {
        String exercise = tally.any().subject().exercise();
        return new Misconceptions(known.asked.apply(exercise).wrong(), language).among(tally.answers());
    }

    private String mistook(Tally tally) {
        List<Held> held = mistaken(tally);
        String rows = held.stream()
                .map(each -> "<tr><th scope=\"row\">" + escape(each.what()) + "</th><td>"
                        + HtmlPage.meter(each.by().size(), tally.answers().size()) + " "
                        + each.by().size() + "</td><td>" + who(each.by()) + "</td></tr>\n")
                .collect(Collectors.joining());
        return held.isEmpty() ? "" : table(List.of("class.mistook", "class.how_many", "class.who"), rows);
    }

    private String who(List<GradeResult> results) {
        String all = results.stream().map(this::link).collect(Collectors.joining(", "));
        return HtmlPage.folded(String.valueOf(results.size()), all);
    }

    private String link(GradeResult result) {
        return link(known.page.apply(result), names.of(result.subject().submission()));
    }

    private static String link(String page, String name) {
        return page.isEmpty() ? escape(name) : "<a href=\"" + escape(page) + "\">" + escape(name) + "</a>";
    }

    private String everybody(Map<String, List<GradeResult>> students) {
        String rows = students.values().stream().map(this::student).collect(Collectors.joining());
        return heading("html.list")
                + HtmlPage.folded(
                        String.valueOf(students.size()),
                        table(List.of("html.submission", "class.answered", "html.score"), rows));
    }

    private String student(List<GradeResult> results) {
        StudentMap map = new StudentMap(results, known.asked, language);
        String submission = results.get(0).subject().submission();
        String page = map.isCourse() ? known.map.apply(submission) : known.page.apply(results.get(0));
        String name = names.of(submission);
        return "<tr><th scope=\"row\">" + link(page, name) + "</th><td class=\"n\">" + map.answered()
                + "</td><td class=\"n\">" + Points.text(map.got(), language) + " / "
                + Points.text(map.points(), language) + "</td></tr>\n";
    }

    private String heading(String key) {
        return "<h2>" + escape(say(key)) + "</h2>\n";
    }

    private String table(List<String> keys, String rows) {
        return HtmlPage.table(keys.stream().map(this::say).toList(), rows);
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
