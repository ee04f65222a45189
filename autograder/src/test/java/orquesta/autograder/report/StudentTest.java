package orquesta.autograder.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import orquesta.text.Language;

class StudentTest {
    @Test
    void the_name_that_moodle_gives_holds_name_and_number_in_old_and_new_versions() {
        Student sofia = new Student("Sofía Soto", "40123", false, "");

        assertThat(Student.of("Sofía Soto_40123_assignsubmission_file_")).isEqualTo(sofia);
        assertThat(Student.of("Sofía Soto_40123_assignsubmission_file")).isEqualTo(sofia);
        assertThat(Student.of("Sofía Soto_40123_assignsubmission_file_/answer (2)"))
                .isEqualTo(sofia);
        assertThat(Student.of("Participant_7_assignsubmission_file_").id()).isEqualTo("7");
    }

    @Test
    void the_name_that_canvas_gives_says_besides_who_was_late() {
        assertThat(Student.of("díazana_71_3051_answer"))
                .isEqualTo(new Student("díazana", "71", false, "díazana_71_3051"));
        assertThat(Student.of("díazana_LATE_71_3051_mi_tarea-1"))
                .isEqualTo(new Student("díazana", "71", true, "díazana_LATE_71_3051"));
        assertThat(Student.of("díazana_late_5004_3051_answer"))
                .as("formerly")
                .isEqualTo(new Student("díazana", "5004", true, "díazana_late_5004_3051"));
    }

    @Test
    void a_submission_of_gradescope_is_called_by_who_handed_it_in() {
        assertThat(Student.of("Ana Soto + Beto (submission_71)"))
                .isEqualTo(new Student("Ana Soto + Beto", "71", false, ""));
    }

    @Test
    void any_other_name_is_the_students() {
        for (String name : List.of(
                "ana",
                "ana_2",
                "Ana Díaz",
                "grupo B/dino",
                "ana_tarea_3",
                "2026_11_21",
                "ana_late",
                "ana_late_5004",
                "ana_late_5004_x")) {
            assertThat(Student.of(name)).isEqualTo(new Student(name, "", false, ""));
        }
    }

    @Test
    void mean_and_median_are_those_of_the_marks() {
        assertThat(ClassSummary.mean(List.of(), Language.EN)).isEqualTo("–");
        assertThat(ClassSummary.median(List.of(), Language.EN)).isEqualTo("–");
        assertThat(ClassSummary.mean(List.of(0, 1, 1), Language.EN)).isEqualTo("0.7");
        assertThat(ClassSummary.mean(List.of(0, 1, 1), Language.ES)).isEqualTo("0,7");
        assertThat(ClassSummary.median(List.of(0, 1, 8), Language.EN)).isEqualTo("1");
        assertThat(ClassSummary.median(List.of(0, 1, 2, 8), Language.ES)).isEqualTo("1,5");
        assertThat(new Histogram(List.of(1.0), 8, Language.ES).html())
                .contains("0,8")
                .doesNotContain("0.8");
    }
}
