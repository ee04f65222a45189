package orquesta.autograder.report;

import static orquesta.autograder.report.HtmlPage.escape;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/** How a class did in one exercise: the marks, and what it did not understand. */
final class ClassSummary {
    private final List<GradeResult> results;
    private final Links links;
    private final Language language;

    private ClassSummary(List<GradeResult> results, Links links, Language language) {
        this.results = results;
        this.links = links;
        this.language = language;
    }

    /** One after the other, for each exercise. */
    static String html(List<GradeResult> results, Links links, Language language) {
        Map<String, List<GradeResult>> byExercise = results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.subject().exercise(), TreeMap::new, Collectors.toList()));
        return byExercise.values().stream()
                .map(each -> new ClassSummary(each, links, language).html())
                .collect(Collectors.joining());
    }

    private String html() {
        GradeResult any = results.get(0);
        List<Double> marks = marks(GradeResult::hasMark);
        List<Double> ran = marks(result -> result.status() == Status.GRADED);
        String exercise = any.subject().exercise() + " " + any.subject().title().in(language);
        String counts = say(
                "html.counts",
                exercise,
                results.size(),
                marks.size(),
                Points.text(any.points(), language),
                mean(marks, language),
                median(marks, language));
        String alone = ran.size() == marks.size()
                ? ""
                : HtmlPage.paragraph(say("html.counts_ran", ran.size(), mean(ran, language), median(ran, language)));
        return HtmlPage.paragraph(counts)
                + alone
                + HtmlPage.paragraph(states())
                + new Histogram(marks, any.points(), language).html()
                + checks();
    }

    private List<Double> marks(Predicate<GradeResult> which) {
        return results.stream().filter(which).map(GradeResult::mark).sorted().toList();
    }

    private String states() {
        Map<Status, Long> states = results.stream()
                .collect(Collectors.groupingBy(GradeResult::status, TreeMap::new, Collectors.counting()));
        return states.entrySet().stream()
                .map(each -> say("html.states", say("status." + each.getKey().code()), each.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String mean(List<? extends Number> marks, Language language) {
        double mean = marks.stream().mapToDouble(Number::doubleValue).average().orElse(Double.NaN);
        Locale locale = language == Language.ES ? Locale.forLanguageTag("es-CL") : Locale.ROOT;
        return Double.isNaN(mean) ? "–" : String.format(locale, "%.1f", mean);
    }

    /** Of sorted marks; the middle between two where their number is even. */
    static String median(List<? extends Number> marks, Language language) {
        if (marks.isEmpty()) {
            return "–";
        }
        double middle = (marks.get((marks.size() - 1) / 2).doubleValue()
                        + marks.get(marks.size() / 2).doubleValue())
                / 2;
        return Points.text(middle, language);
    }

    /** Of those that can be judged check by check: what did not compile or never came back says nothing of one. */
    private String checks() {
        List<GradeResult> run = results.stream()
                .filter(result -> result.status() == Status.GRADED)
                .filter(result -> result.reason().in(language).isEmpty())
                .toList();
        if (run.isEmpty()) {
            return "";
        }
        String rows = run.get(0).checks().stream()
                .sorted(Comparator.comparing(check -> -open(run, check).size()))
                .map(check -> row(check, run))
                .collect(Collectors.joining());
        return HtmlPage.paragraph(say("html.checks", run.size())) + "<table>\n<thead><tr><th scope=\"col\">"
                + escape(say("html.check")) + "</th><th scope=\"col\" class=\"n\">" + escape(say("html.passed"))
                + "</th><th scope=\"col\">" + escape(say("html.open")) + "</th></tr></thead>\n<tbody>\n" + rows
                + "</tbody>\n</table>\n";
    }

    /** Who has not passed it, though it was put to the answer. */
    private static List<GradeResult> open(List<GradeResult> run, Checked check) {
        return judged(run, check, each -> !each.passed() && !each.failure().notReached());
    }

    private static List<GradeResult> judged(List<GradeResult> run, Checked check, Predicate<Checked> how) {
        return run.stream()
                .filter(result ->
                        result.checks().stream().anyMatch(each -> each.id().equals(check.id()) && how.test(each)))
                .toList();
    }

    private String row(Checked check, List<GradeResult> run) {
        List<GradeResult> open = open(run, check);
        int passed = judged(run, check, Checked::passed).size();
        int all = passed + open.size();
        String hidden = check.hidden() ? " <small>" + escape(say("report.mark_hidden")) + "</small>" : "";
        return "<tr><th scope=\"row\">" + escape(check.title().in(language)) + hidden
                + "</th><td class=\"n\"><meter max=\"" + all + "\" value=\"" + passed + "\"></meter> " + passed + " / "
                + all + "</td><td>" + links.toAll(open) + "</td></tr>\n";
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
