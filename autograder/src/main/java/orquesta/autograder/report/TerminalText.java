package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import orquesta.autograder.result.GradeResult;

/** Text of a student's for a terminal: without control characters that could move or colour it. */
final class TerminalText {
    private static final int LONGEST = 200;
    private static final int WIDTH = 80;

    private TerminalText() {}

    /** The key of the sentence that says why a check does not count yet. */
    static String notRun(GradeResult result) {
        boolean suite = result.checks().stream().anyMatch(check -> check.kind().equals("mutant"));
        if (suite) {
            boolean right =
                    result.checks().stream().anyMatch(check -> check.kind().equals("right") && check.passed());
            return right ? "report.not_run_here" : "report.not_run_suite";
        }
        boolean query = result.checks().stream().anyMatch(check -> check.kind().equals("fact"));
        return query ? "report.not_run_query" : "report.not_run";
    }

    /** Lines that a terminal shows whole, broken at blanks; all but the first are indented. */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(" ");
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String text(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shown.replaceAll("[\\p{Cc}\\p{Cf}]", "·");
    }
}
