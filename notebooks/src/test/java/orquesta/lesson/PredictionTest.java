package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.text.Language;
import orquesta.text.UserException;

class PredictionTest {
    private static final BigDecimal TRUTH = new BigDecimal("703.98");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = Desks.in(folder, Language.EN);
    }

    private String before(@Nullable Object words) {
        return new Prediction(desk).record("L90.bet", new Answer(words)).toString();
    }

    private String after(Object actual) {
        return new Prediction(desk).compare("L90.bet", new Answer(actual)).toString();
    }

    @Test
    void a_prediction_stands_beside_what_is_so() {
        assertThat(before("3690")).contains("Noted", "3,690");
        assertThat(after(TRUTH)).contains("You predicted 3,690", "it is 703.98", "2,986.02 less");
    }

    @Test
    void a_prediction_that_is_too_low_or_exact_hears_that() {
        before(700);
        assertThat(after(TRUTH)).contains("3.98 more");
        before("703.98");
        assertThat(after(TRUTH)).contains("exactly");
    }

    @Test
    void the_last_prediction_counts() {
        before("1");
        before("703");
        assertThat(after(TRUTH)).contains("You predicted 703;");
    }

    @Test
    void words_are_set_beside_without_a_difference() {
        before("it will fail");
        assertThat(after(TRUTH)).isEqualTo("You predicted it will fail; it is 703.98.");
    }

    @Test
    void without_a_prediction_it_reminds_and_records_that() throws IOException {
        assertThat(before("")).contains("No prediction yet");
        assertThat(after(TRUTH)).contains("It is 703.98", "You made no prediction");
        assertThat(Files.readAllLines(desk.progress().file()))
                .singleElement()
                .asString()
                .contains("\"predicted\":\"not predicted\"", "\"actual\":\"703.98\"");
    }

    @Test
    void numbers_are_read_and_written_as_the_language_does() throws IOException {
        desk = Desks.in(folder, Language.ES);
        assertThat(before("$ 3.690")).contains("3.690");
        assertThat(after(TRUTH)).contains("Predijiste 3.690", "703,98", "2.986,02 menos");
        before("703.98 pesos");
        assertThat(after(TRUTH)).contains("exactamente");
    }

    @Test
    void a_line_that_was_cut_off_counts_for_nothing() throws IOException {
        before("703");
        Files.writeString(desk.progress().file(), "{\"kind\":\"predic", StandardOpenOption.APPEND);
        assertThat(after(TRUTH)).contains("You predicted 703;");
    }

    @Test
    void a_prediction_that_no_lesson_asks_for_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> new Prediction(desk).record("L90.bett", new Answer("1")))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("bett", "\"bet\"");
    }
}
