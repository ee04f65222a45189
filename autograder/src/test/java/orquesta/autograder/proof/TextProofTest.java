package orquesta.autograder.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.WrongAnswers;
import orquesta.autograder.files.Places;
import orquesta.autograder.proof.Proof.Claim;

/** What is claimed of an exercise's texts can be found wrong. */
class TextProofTest {
    @TempDir
    private Path copy;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"wrong": [{"name": "a", "loses": "x", "difference": "value"}]} | wrong[0].loses cannot be read: a list [ ] belongs there
            {"wrong": [{"nam": "a"}]}                                       | there is no field "nam"; did you mean "name"
            {"wrong": [{"name": "a"}]}                                      | the file needs one field "wrong"
            {}                                                              | the file needs one field "wrong"
            {"wrong": [                                                     | line 1 cannot be read as JSON
            """)
    void a_mistake_in_wrong_json_is_told_in_our_words(String json, String told) throws IOException {
        Path wrong = copy.resolve("T01/.teacher/wrong/wrong.json");
        Files.createDirectories(wrong.getParent());
        Files.writeString(wrong, json);

        assertThatThrownBy(() -> WrongAnswers.read(new ExerciseFolder(copy.resolve("T01"))))
                .hasMessageContaining("T01/.teacher/wrong/wrong.json: ")
                .hasMessageContaining(told)
                .hasMessageNotContaining("com.fasterxml")
                .hasMessageNotContaining("orquesta.autograder");
    }

    @Test
    void an_explanation_is_there_in_both_languages_or_in_none() throws IOException {
        Path exercise = copy.resolve("T01");
        Places.copy(Path.of("src", "test", "exercises", "T01"), exercise);
        Files.delete(exercise.resolve("after.en.md"));

        assertThat(TextProof.claims(new ExerciseFolder(exercise)))
                .filteredOn(claim -> !claim.holds())
                .extracting(claim -> claim.what().key())
                .containsExactly("proof.after");
    }

    @Test
    void a_rule_that_does_not_say_what_its_checks_are_worth_is_found_in_its_language() throws IOException {
        Path exercise = copy.resolve("T01");
        Places.copy(Path.of("src", "test", "exercises", "T01"), exercise);
        Path page = exercise.resolve("instructions.es.md");
        Files.writeString(page, Files.readString(page).replace("(1 punto)", "(2 puntos)"));

        assertThat(TextProof.claims(new ExerciseFolder(exercise)))
                .filteredOn(claim -> !claim.holds())
                .extracting(Claim::found)
                .containsExactly("3. … (1 punto)");
    }
}
