package orquesta.autograder.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orquesta.text.Language;

/** Points for people, and for the tables of other programs. */
class PointsTest {
    @Test
    void a_part_of_a_point_is_written_as_the_language_does_and_for_programs_with_a_full_stop() {
        assertThat(Points.text(8.5, Language.ES)).isEqualTo("8,5");
        assertThat(Points.text(8.5, Language.EN)).isEqualTo("8.5");
        assertThat(Points.text(7.254, Language.ES)).isEqualTo("7,25");
        assertThat(Points.text(10.0, Language.ES)).isEqualTo("10");
        assertThat(Points.text(8.5)).isEqualTo("8.5");
    }
}
