package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.files.Places;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** In a copy without a teacher's folder there are no planted mistakes: nobody is told that he has found them. */
class StudentsCopyTest {
    @TempDir
    private Path folder;

    @Test
    void tests_that_pass_are_told_as_judged_in_part_and_not_as_all_checks_passed() throws IOException {
        ExerciseFolder exercise = new Template(ExerciseKind.TESTS).write("N94", folder);
        SortedMap<String, String> answer = ExerciseFolder.sources(exercise.solution());
        Places.delete(exercise.teacher());

        GradeResult result = Given.grade(exercise, Submission.of("ana", answer), Given.isolation());

        assertThat(result.full()).isFalse();
        assertThat(told(result, Language.EN))
                .contains(
                        "0.5 of 2 points",
                        "passed (1): ",
                        "not judged here: your teacher has the versions with these mistakes (2): ",
                        "next: what can be judged here is right")
                .doesNotContain("checks passed", "next: mend");
        assertThat(told(result, Language.ES)).contains("lo que se puede evaluar aquí está bien");
    }

    private static String told(GradeResult result, Language language) {
        List<String> lines = TextReport.lines(result, language, new Next(Frontend.TERMINAL, 1, "", ""));
        return String.join("\n", lines).replaceAll("\\R +", " ");
    }
}
