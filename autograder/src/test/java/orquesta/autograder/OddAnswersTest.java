package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Places;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** Names of other alphabets, what a hidden check tells, files that are given, answers of an earlier call. */
class OddAnswersTest {
    private static final String WHY = "A step that changes nothing it was given can be run again, and tested alone.";

    @Test
    void names_that_are_not_ascii_are_graded_like_any_other() {
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put(Given.ANSWER, Given.solution().replaceFirst("\\}\\s*$", "    record Línea(String ñandú) {}\n}\n"));
        sources.put("limpia/Categoría.java", "package limpia;\n\nfinal class Categoría {}\n");
        GradeResult result = Given.grade(Submission.of("ana", sources), Given.isolation());

        assertThat(result.full()).as(result.problems().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw new Pan_1980();", "System.exit(0);"})
    void of_a_hidden_check_no_type_and_no_place_of_the_answers_is_told(String harm) {
        requireNothingTold(harm);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"while (true) {}", "return (List<Salida>) (Object) new Pan_1980[0];"})
    void nor_is_it_where_something_else_went_wrong(String harm) {
        requireNothingTold(harm);
    }

    /** The check on twins is the hidden one: two equal rows come in. */
    private static void requireNothingTold(String harm) {
        String leak = "        if (filas.size() == 2 && filas.get(0).equals(filas.get(1))) {\n            " + harm
                + "\n        }";
        String source = Given.solutionAfter(leak)
                .replaceFirst("\\}\\s*$", "    static class Pan_1980 extends RuntimeException {}\n}\n");
        Checked twins = checked(Given.grade(source), "keeps_twins");

        assertThat(twins.hidden()).isTrue();
        assertThat(twins.passed()).isFalse();
        assertThat(twins.failure().what().en()
                        + twins.failure().what().es()
                        + twins.failure().details())
                .doesNotContain("Pan_1980")
                .doesNotContain("Limpia.java");
    }

    @Test
    void where_all_checks_are_hidden_the_reason_of_the_whole_tells_nothing_either(@TempDir Path folder)
            throws IOException {
        Path copy = folder.resolve("T01");
        Places.copy(Given.t01().path(), copy);
        Path json = copy.resolve("exercise.json");
        Files.writeString(json, Files.readString(json).replace("\"public\"", "\"hidden\""));
        String source = Given.method("throw new Pan_1980();")
                .replaceFirst("\\}\\s*$", "    static class Pan_1980 extends RuntimeException {}\n}\n");

        GradeResult result = Given.grade(
                new ExerciseFolder(copy),
                Submission.of("ana", new TreeMap<>(Map.of(Given.ANSWER, source))),
                Given.isolation());

        assertThat(result.score()).isZero();
        assertThat(result.reason().en()).isEqualTo("The code threw an exception.");
        assertThat(ResultJson.text(result)).doesNotContain("Pan_1980");
    }

    @Test
    void an_error_in_a_file_that_is_given_is_told_as_such() {
        GradeResult result = Given.grade(
                new ExerciseFolder(Path.of("..", "exercises", "E13")),
                Submission.of(
                        "ana",
                        new TreeMap<>(Map.of(
                                "enriquecimiento/Enriquecimiento.java",
                                "package enriquecimiento;\n\npublic final class Enriquecimiento {}\n"))),
                Given.isolation());

        assertThat(result.status()).isEqualTo(Status.COMPILE_ERROR);
        assertThat(result.problems().get(0).en())
                .startsWith("enriquecimiento/Mesa.java:")
                .contains("this file is given, and it uses something that your answer does not have")
                .contains("Mend your own file");
        assertThat(result.problems().get(0).es()).contains("este archivo está dado");
    }

    @Test
    void who_has_solved_it_reads_why_in_his_language_and_nobody_else_does() {
        GradeResult solved = Given.grade(Given.solution());
        GradeResult open = Given.grade(Given.solution().replace(".strip()", ""));
        Next next = new Next(Frontend.TERMINAL, 1, "", "");

        assertThat(TextReport.lines(solved, Language.EN, next)).contains(WHY);
        assertThat(TextReport.lines(solved, Language.ES, next).toString()).contains("Un paso que no cambia nada");
        assertThat(HtmlReport.student(solved, new TreeMap<>(), Language.EN)).contains(WHY);
        assertThat(TextReport.lines(open, Language.EN, next)).doesNotContain(WHY);
        assertThat(open.explanation().en()).isEmpty();
    }

    private static Checked checked(GradeResult result, String id) {
        return result.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
