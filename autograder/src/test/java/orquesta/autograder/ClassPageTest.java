package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.batch.Background;
import orquesta.autograder.batch.BatchReports;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.exercise.WrongAnswers.Wrong;
import orquesta.autograder.result.GradeResult;

/** What a class took for right, how often, by whom; and the course of one student. */
class ClassPageTest {
    private static final String LONG = "María de los Ángeles Constanza Huenchumilla-Echeverría Ortúzar";
    private static final Wrong OTHER = wrong("other", "space", "Thinks something else.", "order");
    private static GradeResult whole = Graded.of("Ana Soto_7_assignsubmission_file_", Given.solution());
    private static GradeResult untrimmed = Graded.of(LONG, Given.solution().replace(".strip()", ""));
    private static GradeResult nothing = Graded.of("Íñigo #1?", Given.method("return null;"));

    @TempDir
    private Path out;

    @BeforeAll
    static void lose_what_they_should() {
        assertThat(whole.full()).isTrue();
        assertThat(untrimmed.checks().stream().filter(check -> !check.passed())).hasSize(1);
        assertThat(nothing.score()).isZero();
    }

    private static Wrong wrong(String name, String difference, String why, String check) {
        return new Wrong(name, List.of(check), difference, new Bilingual(why, "Cree eso."));
    }

    private Path page(List<Wrong> named, GradeResult... results) throws IOException {
        Background background = new Background(
                result -> new TreeMap<>(),
                exercise -> new ExerciseNotes(exercise.equals("T01") ? "L05" : "L07", named));
        new BatchReports(out, "", Duration.ZERO, background).finish(List.of(results));
        return out.resolve("class.html");
    }

    private static Wrong untrimmedAs(String name, String why) {
        String check = untrimmed.firstFailure().orElseThrow().id();
        String difference = untrimmed.firstFailure().orElseThrow().failure().difference();
        return wrong(name, difference, why, check);
    }

    @Test
    void an_answer_that_fails_as_a_named_wrong_answer_does_is_called_by_its_misconception() throws IOException {
        assertThat(page(List.of(untrimmedAs("a", "Thinks that a blank is part of a <name>."), OTHER), whole, untrimmed))
                .content()
                .contains(
                        "<th scope=\"row\">Thinks that a blank is part of a &lt;name&gt;.</th><td><meter max=\"2\" value=\"1\"></meter> 1</td>")
                .contains("<details><summary>1</summary>", ">" + LONG + "</a>")
                .contains("Answers: 2 of 2 submissions. With all points: 1.");
    }

    @Test
    void where_two_wrong_answers_look_alike_both_are_named_and_where_none_does_the_check() throws IOException {
        List<Wrong> named = List.of(untrimmedAs("a", "Thinks A."), untrimmedAs("b", "Thinks B."));
        GradeResult.Checked first = nothing.firstFailure().orElseThrow();
        assertThat(page(named, whole, untrimmed, nothing))
                .content()
                .contains("<th scope=\"row\">Thinks A. Or: Thinks B.</th>")
                .contains(
                        nothing.reason().en().isEmpty()
                                ? first.title().en() + ": " + first.intent().en()
                                : nothing.reason().en());
    }

    @Test
    void the_hardest_exercise_comes_first_and_a_name_with_any_sign_is_a_way_to_a_page() throws IOException {
        assertThat(page(List.of(), whole, untrimmed, Graded.in("T02", nothing), Graded.in("T02", whole)))
                .content()
                .containsSubsequence("<a href=\"#T02\">T02 ", "(L07)", "<a href=\"#T01\">T01 ", "(L05)")
                .contains("href=\"feedback/%C3%8D%C3%B1igo%20%231-/T02.html\"");
        assertThat(out.resolve("feedback/Íñigo #1-/T02.html")).exists();
    }

    @Test
    void a_student_of_several_exercises_has_a_map_of_the_course_that_goes_when_they_go() throws IOException {
        page(List.of(), whole, Graded.in("T02", whole), untrimmed);
        Path map = out.resolve("feedback/Ana Soto_7_assignsubmission_file_/course.html");

        assertThat(map)
                .content()
                .contains("<h1 id=\"top\">The course of Ana Soto</h1>")
                .contains("Exercises with all points: 2 of 2. Points: 16 of 16.")
                .containsSubsequence(
                        "<h2>L05</h2>", "<a href=\"T01.html\">T01 ", "<h2>L07</h2>", "<a href=\"T02.html\">T02 ")
                .doesNotContain(LONG);
        assertThat(out.resolve("class.html"))
                .content()
                .contains("href=\"feedback/Ana%20Soto_7_assignsubmission_file_/course.html\"");
        assertThat(out.resolve("feedback/" + LONG + "/course.html"))
                .as("one exercise")
                .doesNotExist();
        page(List.of(), whole);
        assertThat(map).doesNotExist();
    }
}
