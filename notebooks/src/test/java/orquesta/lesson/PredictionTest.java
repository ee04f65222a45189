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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "115 millones, 115.000.000",
        "'3,5 millones de pesos', 3.500.000",
        "$ 12 mil, 12.000",
        "1 millón, 1.000.000"
    })
    void thousands_and_millions_may_be_words(String words, String number) throws IOException {
        desk = Desks.in(folder, Language.ES);
        assertThat(before(words)).contains("predices " + number);
        assertThat(after(TRUTH)).contains("Predijiste " + number + ";", "menos de lo que esperabas");
    }

    @Test
    void a_word_that_is_no_unit_stays_a_word() {
        assertThat(before("100 sales")).contains("you predict 100 sales.");
        assertThat(after(TRUTH)).isEqualTo("You predicted 100 sales; it is 703.98.");
    }

    @Test
    void a_choice_is_told_with_what_it_stands_for() {
        assertThat(choose("la A")).contains("you predict a.");
        assertThat(truth("b")).isEqualTo("You predicted a) It stops; it is b) It is wrong.");
        choose("b");
        assertThat(truth("b")).isEqualTo("You predicted b) It is wrong, and that is exactly what it is.");
    }

    @Test
    void what_cannot_be_chosen_hears_which_there_are_and_is_not_recorded() {
        assertThat(choose("x")).contains("\"x\"", "from a to b");
        assertThat(truth("b")).startsWith("It is b) It is wrong. You made no");
    }

    private String choose(String letter) {
        return new Prediction(desk).record("L90.rename", new Answer(letter)).toString();
    }

    private String truth(String letter) {
        return new Prediction(desk).compare("L90.rename", new Answer(letter)).toString();
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
