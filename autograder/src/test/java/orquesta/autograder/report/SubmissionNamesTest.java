package orquesta.autograder.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionNamesTest {
    @Test
    void a_name_stands_alone_where_nobody_else_has_it_and_with_its_number_where_somebody_has() {
        SubmissionNames names = new SubmissionNames(List.of(
                "Eva Paz_5_assignsubmission_file",
                "Ana Soto_7_assignsubmission_file",
                "Ana Soto_9_assignsubmission_file",
                "leo"));

        assertThat(names.of("Eva Paz_5_assignsubmission_file")).isEqualTo("Eva Paz");
        assertThat(names.of("Ana Soto_7_assignsubmission_file")).isEqualTo("Ana Soto (7)");
        assertThat(names.of("Ana Soto_9_assignsubmission_file")).isEqualTo("Ana Soto (9)");
        assertThat(names.of("leo")).isEqualTo("leo");
    }

    @Test
    void where_the_number_is_the_same_or_there_is_none_it_is_what_was_handed_in() {
        SubmissionNames names =
                new SubmissionNames(List.of("diazeva_71_3051_uno", "diazeva_LATE_71_3052_dos", "ana", "ana_3_4_x"));

        assertThat(names.of("diazeva_71_3051_uno")).isEqualTo("diazeva_71_3051_uno");
        assertThat(names.of("diazeva_LATE_71_3052_dos")).isEqualTo("diazeva_LATE_71_3052_dos");
        assertThat(names.of("ana")).isEqualTo("ana");
        assertThat(names.of("ana_3_4_x")).isEqualTo("ana (3)");
    }
}
