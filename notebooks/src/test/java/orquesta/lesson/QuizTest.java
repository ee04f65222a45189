package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.text.Language;
import orquesta.text.UserException;

class QuizTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = Desks.in(folder, Language.EN);
    }

    private String say(String question, @Nullable Object answer) {
        return new Quiz(desk).answer("L90." + question, new Answer(answer)).toString();
    }

    private List<String> recorded() throws IOException {
        Path file = desk.progress().file();
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void a_wrong_option_hears_its_own_reason_and_what_it_believes() {
        assertThat(say("exit-code", "a"))
                .contains("✗", "Only errors change it.", "Exit code 0 means right data")
                .doesNotContain("Nothing more.");
    }

    @Test
    void a_right_option_hears_why_and_no_misconception() {
        assertThat(say("exit-code", "b")).contains("✓", "Nothing more.").doesNotContain("Only errors", "many believe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B", " b ", "b)", "2", "la b"})
    void an_option_is_chosen_by_its_letter_or_its_number(String answer) {
        assertThat(say("exit-code", answer)).contains("✓");
    }

    @Test
    void an_option_is_chosen_by_a_number_from_one() {
        assertThat(say("exit-code", 2)).contains("✓");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "0", "yes", "?"})
    void what_no_option_has_hears_which_there_are_and_is_not_recorded(String answer) throws IOException {
        assertThat(say("exit-code", answer)).contains("\"" + answer + "\"", "from a to b");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void only_one_letter_answers_a_question_with_one_right_option() {
        assertThat(say("exit-code", "ab")).contains("\"ab\"", "choose one");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void without_an_answer_it_says_what_to_write_and_records_nothing(@Nullable String nothing) throws IOException {
        assertThat(say("exit-code", nothing)).contains("Not answered yet", "\"a\"");
        assertThat(say("poll", nothing)).contains("Not answered yet", "\"ad\"");
        assertThat(say("lost", nothing)).contains("Not answered yet", "complete the cell");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void all_right_options_of_several_are_asked_for() {
        assertThat(say("poll", "ac")).contains("From a tree.", "A tree too.", "all of them");
        assertThat(say("poll", "a"))
                .contains("From a tree.", "at least one more")
                .doesNotContain("A tree too.");
        assertThat(say("poll", "ab"))
                .contains("From an oven.", "All food is fruit", "Choose again")
                .doesNotContain("at least one more");
    }

    @ParameterizedTest
    @CsvSource({"2986.02, gone", "2986.020, gone", "703.98, left"})
    void a_value_is_compared_as_a_number(BigDecimal value, String said) {
        assertThat(say("lost", value)).contains(said);
    }

    @Test
    void a_double_is_compared_with_the_decimals_that_are_asked_for() {
        assertThat(say("lost", 2986.0200000000004)).contains("That is gone.");
        assertThat(say("lost", 2986.03)).contains("Not quite");
    }

    @Test
    void another_value_hears_the_hint() {
        assertThat(say("lost", 5)).contains("5 is not the answer", "Subtract.").doesNotContain("gone", "left");
    }

    @Test
    void an_answer_is_recorded_with_its_misconceptions() throws IOException {
        say("poll", "ab");
        assertThat(recorded())
                .containsExactly("{\"at\":\"2026-03-02T12:00:00-03:00\",\"kind\":\"answer\",\"id\":\"L90.poll\","
                        + "\"answer\":\"ab\",\"right\":false,\"misconceptions\":[\"food_is_fruit\"]}");
    }

    @Test
    void below_an_answer_stands_how_far_one_has_come_and_what_comes_next() throws IOException {
        assertThat(say("exit-code", "a")).endsWith("\n\n0 of 3 questions right, 0 at first try.");
        assertThat(say("exit-code", "b")).endsWith("\n\n1 of 3 questions right, 0 at first try.");
        Desks.nextLesson(folder);
        assertThat(say("lost", 2986.02))
                .endsWith("\n\n2 of 3 questions right, 1 at first try. The next lesson: L91 · The next");
        assertThat(say("lost", 1)).contains("2 of 3 questions right, 1 at first try.");
    }

    @Test
    void without_an_answer_nothing_is_counted() {
        assertThat(say("exit-code", "")).doesNotContain("0 of 3");
        assertThat(say("exit-code", "z")).doesNotContain("0 of 3");
    }

    @Test
    void a_home_that_cannot_be_written_stops_nobody() throws IOException {
        Files.writeString(folder.resolve("home"), "a file where the folder should be");
        assertThat(say("exit-code", "b")).contains("Nothing more.", "Not recorded", "progress.jsonl");
    }

    @Test
    void a_question_that_is_not_asked_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> say("exit-cod", "a"))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("exit-cod", "\"exit-code\"", "exit-code, lost, poll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L91.exit-code", "exit-code", ""})
    void a_lesson_that_is_not_there_is_refused_with_the_form_of_an_id(String id) {
        assertThatThrownBy(() -> new Quiz(desk).answer(id, new Answer("a")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("L04.exit-code");
    }

    @Test
    void a_question_shows_its_options_by_letter_and_a_value_shows_none() {
        assertThat(desk.lessons().question("L90.exit-code").shown())
                .isEqualTo("Exit code 0?\n\n- **a)** All is right.\n- **b)** No error.");
        assertThat(desk.lessons().question("L90.lost").shown()).isEqualTo("How much?");
    }

    @Test
    void it_speaks_the_language_of_the_notebook() throws IOException {
        desk = Desks.in(folder, Language.ES);
        assertThat(say("exit-code", "a")).contains("No es así", "Un error frecuente");
    }
}
