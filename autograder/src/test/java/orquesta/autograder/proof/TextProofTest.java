package orquesta.autograder.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Places;
import orquesta.autograder.proof.Proof.Claim;

/** What is claimed of an exercise's texts can be found wrong. */
class TextProofTest {
    @TempDir
    private Path copy;

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
