package orquesta.autograder.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import orquesta.autograder.batch.Sheets.Sheet;
import orquesta.autograder.batch.Sheets.Sorted;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;

/**
 * For the import of Canvas's gradebook: three columns that say who, then one for each exercise, whose head is the name of
 * the assignment; a line of how many points there are, then one for each student.
 */
record CanvasSheet(Language language) {
    Sheets of(List<GradeResult> results) {
        Sorted sorted = Sorted.of(results);
        SortedMap<String, GradeResult> columns = new TreeMap<>();
        Map<String, Map<String, GradeResult>> rows = new LinkedHashMap<>();
        for (GradeResult result : sorted.taken()) {
            String exercise = result.subject().exercise();
            columns.putIfAbsent(exercise, result);
            rows.computeIfAbsent(Student.of(result).id(), any -> new TreeMap<>())
                    .put(exercise, result);
        }
        StringBuilder csv = new StringBuilder(line(List.of("Student", "ID", "Section"), columns, this::title));
        csv.append(line(List.of("Points Possible", "", ""), columns, result -> Points.text(result.points())));
        for (Map<String, GradeResult> row : rows.values()) {
            Student student = Student.of(row.values().iterator().next());
            csv.append(line(List.of(student.name(), student.id(), ""), columns, column -> mark(row, column)));
        }
        return new Sheets(List.of(new Sheet("canvas.csv", csv.toString())), sorted.unknown(), sorted.twice());
    }

    private String title(GradeResult result) {
        return result.subject().exercise() + " " + result.subject().title().in(language);
    }

    private static String mark(Map<String, GradeResult> row, GradeResult column) {
        GradeResult result = row.get(column.subject().exercise());
        return result == null ? "" : Points.text(result.mark());
    }

    private interface Cell {
        String of(GradeResult column);
    }

    private static String line(List<String> who, SortedMap<String, GradeResult> columns, Cell cell) {
        List<String> cells = new ArrayList<>(who);
        columns.values().forEach(column -> cells.add(cell.of(column)));
        return CsvReport.line(cells);
    }
}
