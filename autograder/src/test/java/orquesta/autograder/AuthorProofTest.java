package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.proof.Proof;
import orquesta.autograder.proof.Proof.Claim;

/** Every exercise of the kit, and the small one of these tests, proves what its author says. */
class AuthorProofTest {
    static Stream<ExerciseFolder> exercises() {
        return Stream.of(Path.of("src", "test", "exercises"), Path.of("..", "exercises"))
                .map(Catalogue::new)
                .flatMap(catalogue -> catalogue.names().stream().map(catalogue::find))
                .filter(exercise -> Files.isDirectory(exercise.teacher()));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void starter_gives_nothing_solution_all_and_each_wrong_answer_loses_what_it_should(ExerciseFolder exercise)
            throws IOException {
        List<Claim> claims = new Proof(Given.warm(Given.isolation()), exercise).claims();

        assertThat(claims).hasSizeGreaterThan(8);
        assertThat(claims).filteredOn(claim -> !claim.holds()).isEmpty();
    }
}
