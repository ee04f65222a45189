package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.text.Language;

/** A gradebook: one line for each submission and exercise, one column for each check. The README says what each holds. */
public final class CsvReport {
    /** Where a file begins with it, Excel reads accents as they are. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvReport() {}

    public static String of(List<GradeResult> results) {
        List<String> checks = results.stream()
                .flatMap(result -> result.checks().stream().map(check -> column(result, check)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        List<String> head = new ArrayList<>(
                List.of("name", "id", "late", "submission", "exercise", "status", "score", "points", "automatic"));
        head.addAll(List.of("note", "isolation", "seed"));
        head.addAll(checks);
        Set<String> twice = Twice.among(results);
        StringBuilder csv = new StringBuilder(line(head));
        results.forEach(result -> csv.append(line(cells(result, checks, twice))));
        return csv.toString();
    }

    private static List<String> cells(GradeResult result, List<String> checks, Set<String> twice) {
        String submission = result.subject().submission();
        Student student = Student.of(result);
        String late = student.late() ? "yes" : "";
        String mark = result.hasMark() ? Points.text(result.mark()) : "";
        String byHand = result.byHand() == null ? "" : Points.text(result.score());
        List<String> cells = new ArrayList<>(List.of(
                student.name(),
                student.id(),
                late,
                submission,
                result.subject().exercise(),
                result.status().code(),
                mark,
                Points.text(result.points()),
                byHand,
                String.join(" · ", Note.of(result, twice.contains(submission), Language.current()))));
        cells.addAll(List.of(result.by().isolation(), result.by().seed()));
        for (String column : checks) {
            Optional<Checked> check = result.checks().stream()
                    .filter(each -> column(result, each).equals(column))
                    .findFirst();
            cells.add(check.filter(each -> result.hasMark())
                    .map(each -> Points.text(each.points()))
                    .orElse(""));
        }
        return cells;
    }

    private static String column(GradeResult result, Checked check) {
        return result.subject().exercise() + "." + check.id();
    }

    /** Its cells quoted where they need it, and none a formula. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvReport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted, and never a formula: a spreadsheet would compute what begins like one. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
        return safe.matches("[\\w .']*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
