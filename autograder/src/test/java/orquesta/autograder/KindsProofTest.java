package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.proof.Proof;
import orquesta.autograder.proof.Proof.Claim;

/** One small exercise of each kind proves what its author says. */
class KindsProofTest {
    @ParameterizedTest
    @ValueSource(strings = {"T07"})
    void starter_gives_nothing_solution_all_and_each_wrong_answer_loses_what_it_should(String exercise)
            throws IOException {
        Catalogue catalogue = new Catalogue(Path.of("src", "test", "exercises"));
        try (Controller controller = Given.workplace().controller(Given.isolation(), 0)) {
            List<Claim> claims = new Proof(controller, catalogue.find(exercise)).claims();

            assertThat(claims).filteredOn(claim -> !claim.holds()).isEmpty();
        }
    }
}
