package orquesta.autograder.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.autograder.batch.Sheets.Sheet;
import orquesta.autograder.batch.Sheets.Sorted;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;

/**
 * Moodle's worksheet of an assignment, a file for each exercise. Moodle knows its columns by their heads in the language
 * of whoever uploads it, a participant by the digits after the word for him, and wants a date, which may be none.
 */
record MoodleSheet(Language language) {
    Sheets of(List<GradeResult> results) {
        Sorted sorted = Sorted.of(results);
        Map<String, StringBuilder> sheets = new TreeMap<>();
        for (GradeResult result : sorted.taken()) {
            sheets.computeIfAbsent(result.subject().exercise(), any -> new StringBuilder(CsvReport.line(heads())))
                    .append(CsvReport.line(row(result)));
        }
        List<Sheet> files = new ArrayList<>();
        sheets.forEach((exercise, text) -> files.add(new Sheet("moodle-" + exercise + ".csv", text.toString())));
        return new Sheets(files, sorted.unknown(), sorted.twice());
    }

    /** The words of Moodle's own translations. */
    private List<String> heads() {
        return language == Language.ES
                ? List.of("Identificador", "Nombre completo", "Calificación", "Última modificación (calificación)")
                : List.of("Identifier", "Full name", "Grade", "Last modified (grade)");
    }

    private List<String> row(GradeResult result) {
        Student student = Student.of(result);
        String participant = language == Language.ES ? "Participante " : "Participant ";
        return List.of(participant + student.id(), student.name(), Points.text(result.mark()), "");
    }
}
