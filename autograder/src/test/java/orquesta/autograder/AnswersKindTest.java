package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** Exercises of kind {@code answers}: T03. */
class AnswersKindTest {
    private static final ExerciseFolder T03 = new ExerciseFolder(Path.of("src", "test", "exercises", "T03"));

    @Test
    void what_is_right_follows_from_the_data_of_the_kit_and_a_sheet_gives_half_points() {
        GradeResult result = grade("perdido = -217.710\ncausa: a; c\nrazon = `2`\nnoche = 0 1 * * sun\nnombre = otra");
        assertThat(result.status()).isEqualTo(Status.GRADED);
        assertThat(lost(result)).containsExactly("word");
        assertThat(result.score()).isEqualTo(3);
        assertThat(lines(result, Language.EN))
                .contains("T03 Where the money went: 3 of 3.5 points", "  nombre: this is not right yet.");
        assertThat(String.join("\n", lines(result, Language.EN))).doesNotContain("you wrote: otra");
    }

    @Test
    void a_known_misconception_is_told_in_its_own_words_in_both_languages() {
        GradeResult result = grade("perdido = 217710,00");
        assertThat(lines(result, Language.EN))
                .contains("  The returns were counted as sales: look at their sign.", "    you wrote: 217710,00");
        assertThat(lines(result, Language.ES)).contains("  Las devoluciones se contaron como ventas: mira su signo.");
    }

    @Test
    void what_is_no_number_no_option_or_written_twice_is_told_as_such() {
        assertThat(lines(grade("perdido = mucho"), Language.EN))
                .contains("  perdido: this is not a number. Write digits, such as 1250 or 1250.50.");
        assertThat(lines(grade("perdido = -217710\nperdido = 0"), Language.EN))
                .contains("  perdido: two lines say different things. Leave one of them.");
        assertThat(lines(grade("perdido = -217710\ncausa = d"), Language.EN))
                .contains(
                        "  causa: this is none of the options (a, b, c). Write one of them, or several with commas between them.");
        assertThat(lines(grade("perdido = 1e999999999"), Language.EN))
                .contains("  perdido: this is not a number. Write digits, such as 1250 or 1250.50.");
    }

    private static GradeResult grade(String text) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("respuestas.txt", text);
        return Given.grade(T03, Submission.of("ana", files), Given.isolation());
    }

    private static List<String> lost(GradeResult result) {
        return result.checks().stream()
                .filter(check -> !check.passed())
                .map(Checked::id)
                .toList();
    }

    private static List<String> lines(GradeResult result, Language language) {
        return TextReport.lines(result, language, new Next(Frontend.TERMINAL, 1, "", ""));
    }
}
