package orquesta.autograder.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.text.UserException;

class ExerciseReaderTest {
    private static final Path T01 = Path.of("src", "test", "exercises", "T01");

    @TempDir
    private Path exercises;

    @Test
    void order_counts_for_every_check_unless_some_are_named() throws IOException {
        Exercise all = read("");
        Exercise one = read("\"ordered\": [\"keeps_order\"],");

        assertThat(all.checks()).allMatch(all::isOrdered);
        assertThat(one.checks().stream().filter(one::isOrdered).map(Exercise.GradedCheck::id))
                .containsExactly("keeps_order");
    }

    @Test
    void an_ordered_check_that_is_none_or_a_rule_is_told() {
        assertThatThrownBy(() -> read("\"ordered\": [\"keeps_odrer\", \"no_io\"],"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("\"ordered\" names \"keeps_odrer\", and no data check has that name")
                .hasMessageContaining("names \"no_io\"");
    }

    @Test
    void what_is_no_json_is_told_with_its_line_and_without_a_word_of_the_readers() {
        assertThatThrownBy(() -> read("\"points\": ,"))
                .hasMessageContaining("T01/exercise.json: line 14 cannot be read as JSON:")
                .hasMessageContaining("\"seed\": 7, \"points\": ,")
                .hasMessageContaining("a comma that is missing or too many")
                .hasMessageNotContaining("Unexpected")
                .hasMessageNotContaining("com.fasterxml");
    }

    @Test
    void points_are_whole_or_halves_add_up_and_are_not_cut() throws IOException {
        String check = "\"visibility\"";
        assertThatThrownBy(() -> replaced("\"points\": 1, " + check, "\"points\": 0.3, " + check))
                .hasMessageContaining("gives 0.3 points; points are whole or halves, 0.5 or more")
                .hasMessageContaining("points is 8, and the points of the checks add up to 7.3");
        assertThatThrownBy(() -> replaced("\"points\": 1, " + check, "\"points\": 1.5, " + check))
                .hasMessageNotContaining("halves")
                .hasMessageContaining("add up to 8.5");
    }

    @Test
    void a_seed_may_be_left_out() throws IOException {
        assertThat(replaced("\"seed\": 7,", "").seed()).isZero();
    }

    /** T01 with one more field. */
    private Exercise read(String field) throws IOException {
        return replaced("\"seed\": 7,", "\"seed\": 7, " + field);
    }

    private Exercise replaced(String old, String fresh) throws IOException {
        Path folder = exercises.resolve("T01");
        for (String file : new String[] {"Limpia.java", "Entrada.java", "Salida.java"}) {
            put(folder.resolve("start/limpia").resolve(file), "");
        }
        String json = Files.readString(T01.resolve("exercise.json"));
        put(folder.resolve("exercise.json"), json.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(fresh)));
        return ExerciseReader.read(new Catalogue(exercises).find("T01"));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
