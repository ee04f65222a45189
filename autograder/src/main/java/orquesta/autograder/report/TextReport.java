package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Outcome;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/** A result as lines for a terminal: the first failing thing first, and always the next step. */
public final class TextReport {
    /** In place of a hint: no next step, for who is not the student. */
    public static final int NO_NEXT = -1;

    private static final int PRINTED_LINES = 8;

    private final GradeResult result;
    private final Language language;
    private final int nextHint;
    private final List<String> lines = new ArrayList<>();

    private TextReport(GradeResult result, Language language, int nextHint) {
        this.result = result;
        this.language = language;
        this.nextHint = nextHint;
    }

    /**
     * The lines of a result.
     *
     * @param nextHint the number of the hint to point at; 0 for none, or {@link #NO_NEXT}
     */
    public static List<String> lines(GradeResult result, Language language, int nextHint) {
        TextReport report = new TextReport(result, language, nextHint);
        report.write();
        return report.lines;
    }

    private void write() {
        lines.add(head());
        result.problems().forEach(problem -> problem.in(language).lines().forEach(lines::add));
        result.firstFailure().ifPresent(this::writeFailure);
        if (result.status() == Status.GRADED) {
            writeOthers();
        }
        writePrinted();
        writeNext();
    }

    private String head() {
        String title = result.subject().title().in(language);
        return say(
                result.hasMark() ? "report.head" : "report.head_no_mark",
                result.subject().exercise(),
                title,
                result.score(),
                result.points());
    }

    private void writeFailure(Checked check) {
        lines.add("");
        lines.add("✗ " + check.title().in(language));
        lines.add("  " + check.intent().in(language));
        lines.add("  " + check.failure().what().in(language));
        for (Bilingual detail : check.failure().details()) {
            lines.add("    " + detail.in(language));
        }
        if (check.hidden()) {
            lines.add("    " + say("report.hidden"));
        }
        lines.add("  " + say("report.lesson", check.lesson()));
    }

    private void writeOthers() {
        lines.add("");
        if (result.full() || result.firstFailure().isEmpty()) {
            boolean hidden = result.checks().stream().anyMatch(Checked::hidden);
            lines.add(say(all(hidden), result.checks().size()));
            return;
        }
        long open = result.checks().stream().filter(check -> !check.hidden()).count();
        long openPassed = result.checks().stream()
                .filter(check -> !check.hidden() && check.passed())
                .count();
        if (open == openPassed && open < result.checks().size()) {
            lines.add(say("report.public_passed", open));
        }
        writeList(Outcome.PASSED, "report.passed");
        writeList(Outcome.FAILED, "report.failed");
        writeList(Outcome.NOT_RUN, "report.not_run");
    }

    /** On the teacher's data a full mark is a mark; on the practice data it only promises one. */
    private String all(boolean hidden) {
        return hidden && result.by().seed().equals("practice") ? "report.all_with_hidden" : "report.all";
    }

    private void writeList(Outcome outcome, String key) {
        List<Checked> these = result.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .toList();
        if (!these.isEmpty()) {
            String titles = these.stream()
                    .map(check -> check.title().in(language) + (check.hidden() ? " " + say("report.mark_hidden") : ""))
                    .collect(Collectors.joining("; "));
            lines.add(say(key, these.size(), titles));
        }
    }

    private void writePrinted() {
        List<String> said = result.printed().lines().limit(PRINTED_LINES).toList();
        if (!said.isEmpty()) {
            lines.add(say("report.printed"));
            said.forEach(line -> lines.add("  | " + Plain.text(line)));
        }
    }

    private void writeNext() {
        String exercise = result.subject().exercise();
        if (result.full() || nextHint < 0) {
            return;
        }
        lines.add("");
        boolean hint = nextHint > 0 && result.hasMark() && result.status() != Status.COMPILE_ERROR;
        lines.add(hint ? say("report.next_hint", exercise, nextHint) : say("report.next_grade", exercise));
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
