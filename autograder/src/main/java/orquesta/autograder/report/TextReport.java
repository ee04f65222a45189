package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.CheckFailure;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/** A result as lines for a terminal: the first failing thing first, and always the next step. */
public final class TextReport {
    private static final int PRINTED_LINES = 8;

    private final GradeResult result;
    private final Language language;
    private final @Nullable Next next;
    private final List<String> lines = new ArrayList<>();

    private TextReport(GradeResult result, Language language, @Nullable Next next) {
        this.result = result;
        this.language = language;
        this.next = next;
    }

    /** The lines of a result for its student; a notebook has a table of the checks below them. */
    public static List<String> lines(GradeResult result, Language language, Next next) {
        return new TextReport(result, language, next).written();
    }

    /** The lines of a result of a zip, which cannot be worked on here. */
    public static List<String> ofZip(GradeResult result, Language language) {
        return new TextReport(result, language, null).written();
    }

    private List<String> written() {
        lines.add(head());
        result.problems().forEach(problem -> problem.in(language).lines().forEach(lines::add));
        result.firstFailure().ifPresent(this::writeFailure);
        if (result.status() == Status.GRADED) {
            writeOthers();
        }
        writePrinted();
        if (next != null) {
            lines.add("");
            String end = result.full() ? "report.done" : "report.done_here";
            lines.add(done() ? say(end) : step(next));
        }
        return lines;
    }

    /** Nothing is left to mend here: what was not run is judged by a teacher. */
    private boolean done() {
        return result.status() == Status.GRADED && result.firstFailure().isEmpty();
    }

    private String head() {
        String title = result.subject().title().in(language);
        return say(
                result.hasMark() ? "report.head" : "report.head_no_mark",
                result.subject().exercise(),
                title,
                Points.text(result.score(), language),
                Points.text(result.points(), language));
    }

    private void writeFailure(Checked check) {
        lines.add("");
        Bilingual hidden = check.failure().withoutAnswer(); // what a hidden check says of the same
        long alike = failures(each ->
                each.what().equals(check.failure().what()) || each.what().equals(hidden));
        if (check.failure().unanswered() && alike > 1) { // it says more than the title of the check that met it first
            lines.add("✗ " + check.failure().what().in(language));
            writeDetails(check);
            lines.add("  " + say("report.alike", alike, check.title().in(language)));
            writeNotReached(check);
            return;
        }
        lines.add("✗ " + check.title().in(language));
        lines.add("  " + check.intent().in(language));
        lines.add("  " + check.failure().what().in(language));
        writeDetails(check);
        if (check.hidden()) {
            lines.add("    " + hidden());
        }
        lines.add("  "
                + (check.instruction() == null
                        ? say("report.lesson", check.lesson())
                        : say("report.rule", check.instruction())));
        writeNotReached(check);
    }

    private void writeDetails(Checked check) {
        check.failure().details().forEach(detail -> lines.add("    " + detail.in(language)));
    }

    private void writeNotReached(Checked cause) {
        long others = failures(CheckFailure::notReached);
        if (others > 0 && !cause.failure().notReached()) {
            lines.add("  " + say("report.not_reached", others));
        }
    }

    private long failures(Predicate<CheckFailure> which) {
        return result.checks().stream().map(Checked::failure).filter(which).count();
    }

    /** A case of one's own is a test, where the exercise has a place for it. */
    private String hidden() {
        return next == null || next.test().isEmpty()
                ? say("report.hidden")
                : say(
                        "report.hidden_test",
                        next.test(),
                        next.frontend().tests(result.subject().exercise()));
    }

    private void writeOthers() {
        lines.add("");
        if (result.full()) {
            boolean hidden = result.checks().stream().anyMatch(Checked::hidden);
            lines.add(say(all(hidden), result.checks().size()));
            writeExplanation();
            return;
        }
        long open = result.checks().stream().filter(check -> !check.hidden()).count();
        long openPassed = result.checks().stream()
                .filter(check -> !check.hidden() && check.passed())
                .count();
        if (open == openPassed && open < result.checks().size()) {
            lines.add(say("report.public_passed", open));
        }
        if (next == null || next.frontend() == Frontend.TERMINAL) {
            writeList(CheckOutcome.PASSED, "report.passed");
            writeList(CheckOutcome.FAILED, "report.failed");
            writeList(CheckOutcome.NOT_RUN, TerminalText.notRun(result));
        }
    }

    private void writeExplanation() {
        String text = result.explanation().in(language);
        if (!text.isEmpty()) {
            lines.add("");
            text.lines().map(TerminalText::wrapped).forEach(lines::addAll);
        }
    }

    /** On the teacher's data a full mark is a mark; on the practice data it only promises one. */
    private String all(boolean hidden) {
        return hidden && result.by().seed().equals("practice") ? "report.all_with_hidden" : "report.all";
    }

    private void writeList(CheckOutcome outcome, String key) {
        List<Checked> these = result.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .toList();
        if (!these.isEmpty()) {
            String titles = these.stream()
                    .map(check -> check.title().in(language) + (check.hidden() ? " " + say("report.mark_hidden") : ""))
                    .collect(Collectors.joining("; "));
            lines.addAll(TerminalText.wrapped(say(key) + " (" + these.size() + "): " + titles));
        }
    }

    private void writePrinted() {
        List<String> said = result.printed().lines().limit(PRINTED_LINES).toList();
        if (!said.isEmpty()) {
            lines.add(say("report.printed"));
            said.forEach(line -> lines.add("  | " + TerminalText.text(line)));
        }
    }

    /** First one's own work, then a hint: hints get stronger, and none helps against a word of the compiler's. */
    private String step(Next step) {
        String exercise = result.subject().exercise();
        String again = step.frontend().grade(exercise);
        if (!result.hasMark()) {
            return say("report.next", again);
        }
        String first = result.status() == Status.NOT_TRIED
                ? say("report.next_first", step.instructions(), again)
                : say("report.next_mend", again);
        boolean hint = step.hint() > 0 && result.status() != Status.COMPILE_ERROR;
        return hint ? first + " " + say("report.stuck", step.frontend().hint(exercise, step.hint())) : first;
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
