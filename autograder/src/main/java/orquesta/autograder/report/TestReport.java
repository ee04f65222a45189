package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import orquesta.autograder.evidence.TestStory.Failed;
import orquesta.autograder.evidence.TestStory.NotRun;
import orquesta.autograder.evidence.TestStory.Skipped;
import orquesta.autograder.evidence.TestStory.Stopped;
import orquesta.autograder.evidence.TestStory.Test;
import orquesta.autograder.judge.TestFailure;
import orquesta.text.Language;
import orquesta.text.Message;

/** A run of tests as lines: the first that failed first, then the others by name, and the next step. */
public final class TestReport {
    private static final int PRINTED_LINES = 8;
    private static final int NAMED = 20;

    private final TestRun run;
    private final List<Test> tests;
    private final Language language;
    private final Frontend frontend;
    private final List<String> lines = new ArrayList<>();

    private TestReport(TestRun run, Language language, Frontend frontend) {
        this.run = run;
        this.tests = run.tests();
        this.language = language;
        this.frontend = frontend;
    }

    public static List<String> lines(TestRun run, Language language, Frontend frontend) {
        return new TestReport(run, language, frontend).written();
    }

    private List<String> written() {
        String exercise = run.exercise().id();
        String title = run.exercise().title().in(language);
        if (!run.problems().isEmpty()) {
            lines.add(say("tests.head_none", exercise, title));
            run.problems().forEach(problem -> problem.in(language).lines().forEach(lines::add));
        } else {
            long passed = tests.stream().filter(TestRun::passed).count();
            lines.add(say("tests.head", exercise, title, passed, tests.size()));
            tests.stream().filter(TestRun::failed).findFirst().ifPresent(this::writeFirst);
            lines.add("");
            writeNames("tests.passed", TestRun::passed);
            writeNames("tests.failed", TestRun::failed);
            writeNames("tests.skipped", test -> test.fate() instanceof Skipped);
            writeNames("tests.not_run", test -> test.fate() instanceof NotRun);
            if (run.story().trouble().isPresent()) {
                lines.addAll(TerminalText.wrapped(say("tests.given_up")));
            }
            run.story().issues().forEach(issue -> lines.add(say("tests.issue", TerminalText.text(issue))));
        }
        lines.add(say("tests.no_points", frontend.grade(exercise)));
        lines.add("");
        lines.add(say("report.next", run.exit() == 0 ? frontend.grade(exercise) : frontend.tests(exercise)));
        return lines;
    }

    private void writeFirst(Test test) {
        lines.add("");
        lines.add("✗ " + TerminalText.text(test.sentence()));
        if (test.fate() instanceof Failed failed) {
            run.sources()
                    .line(failed.places())
                    .or(() -> test.method().flatMap(run.sources()::declaration))
                    .ifPresent(this::writeLine);
            writeWhat(failed);
        } else if (test.fate() instanceof Stopped stopped) {
            test.method().flatMap(run.sources()::declaration).ifPresent(this::writeLine);
            int seconds = run.exercise().within().caseSeconds();
            lines.add("  " + TestFailure.ended(stopped.end(), seconds).in(language));
        }
        if (test.method().isEmpty()) {
            lines.add("  " + say("tests.class_failed"));
        }
        writePrinted(test);
    }

    private void writeLine(TestSources.Line line) {
        lines.add("  test/" + line.file() + ":" + line.number() + "  " + TerminalText.text(line.text()));
    }

    private void writeWhat(Failed failed) {
        if (failed.assertion()) {
            TestFailure.said(failed).forEach(said -> lines.add("    " + said.in(language)));
            return;
        }
        String type = failed.type().substring(failed.type().lastIndexOf('.') + 1);
        lines.add("  "
                + run.sources()
                        .inAnswer(failed.places())
                        .map(place -> say("difference.threw", type, place))
                        .orElseGet(() -> say("tests.threw", type)));
        TestFailure.thrown(failed).forEach(said -> lines.add("    " + said.in(language)));
    }

    private void writePrinted(Test test) {
        List<String> said = test.printed().lines().limit(PRINTED_LINES + 1L).toList();
        if (!said.isEmpty()) {
            lines.add("  " + say("report.printed"));
            said.stream().limit(PRINTED_LINES).forEach(line -> lines.add("  | " + TerminalText.text(line)));
            if (said.size() > PRINTED_LINES) {
                lines.add("  | …");
            }
        }
    }

    private void writeNames(String key, Predicate<Test> which) {
        List<Test> these = tests.stream().filter(which).toList();
        if (!these.isEmpty()) {
            String names = these.stream().limit(NAMED).map(this::name).collect(Collectors.joining("; "));
            String all = these.size() > NAMED ? names + "; …" : names;
            lines.addAll(TerminalText.wrapped(say(key, these.size(), all)));
        }
    }

    /** A skipped test says why, unless that is only that it is skipped. */
    private String name(Test test) {
        String sentence = TerminalText.text(test.sentence());
        if (test.fate() instanceof Skipped skipped
                && !skipped.reason().isBlank()
                && !skipped.reason().endsWith("is @Disabled")) {
            return sentence + " (" + TerminalText.text(oneLine(skipped.reason())) + ")";
        }
        return sentence;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private String say(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
