package orquesta.autograder.batch;

import java.util.List;
import java.util.stream.Collectors;
import orquesta.autograder.batch.Sheets.Sheet;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;

/** Markdown for the summary of a job: states, points and titles of checks, all of them ours; nothing that an answer printed. */
record GithubSummary(Language language) {
    Sheets of(List<GradeResult> results) {
        String rows = results.stream().map(this::row).collect(Collectors.joining());
        double got = results.stream()
                .filter(GradeResult::hasMark)
                .mapToDouble(GradeResult::mark)
                .sum();
        double points = results.stream().mapToDouble(GradeResult::points).sum();
        String text = "## " + say("summary.sum", Points.text(got, language), Points.text(points, language)) + "\n\n| "
                + say("html.exercise")
                + " | " + say("html.status") + " | " + say("html.score") + " | " + say("summary.first")
                + " |\n|---|---|---|---|\n" + rows;
        return Sheets.of(List.of(new Sheet("github.md", text)));
    }

    private String row(GradeResult result) {
        String who = Student.of(result).name();
        String title =
                result.subject().exercise() + " " + result.subject().title().in(language);
        String state = result.full() ? "map.whole" : "status." + result.status().code();
        String mark = result.hasMark() ? Points.text(result.mark(), language) : "–";
        String first =
                result.firstFailure().map(check -> check.title().in(language)).orElse("");
        return "| " + plain(title) + " (" + plain(who) + ") | " + say(state) + " | " + mark + " / "
                + Points.text(result.points(), language) + " | " + plain(first) + " |\n";
    }

    /** A name is somebody's: it is no markup. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N} .,:;()'-]", "·");
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
