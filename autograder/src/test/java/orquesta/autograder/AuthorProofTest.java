package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.proof.Proof;
import orquesta.autograder.proof.Proof.Claim;

/**
 * Every exercise of the kit, and the small one of these tests, proves what its author says. On the teacher's seed
 * {@code ./kit exercise check} proves those of the kit, a part of its own of {@code ./kit test}.
 */
class AuthorProofTest {
    /** Its children stay from one answer to the next: many exercises have many answers. */
    private static Controller quick;

    @BeforeAll
    static void one_controller_for_all() throws IOException {
        quick = Given.workplace().authorsController(Given.isolation());
    }

    @AfterAll
    static void ends() {
        quick.close();
    }

    private static Stream<ExerciseFolder> small() {
        return in(Path.of("src", "test", "exercises"));
    }

    /** T01 is proved by the command itself, in {@code CommandsTest}; checks that are tests, as in T02, by those of the kit. */
    static Stream<ExerciseFolder> others() {
        return small().filter(exercise -> !Set.of("T01", "T02").contains(exercise.name()));
    }

    static Stream<ExerciseFolder> exercises() {
        return Stream.concat(small(), in(Path.of("..", "exercises")));
    }

    private static Stream<ExerciseFolder> in(Path folder) {
        Catalogue catalogue = new Catalogue(folder);
        return catalogue.names().stream()
                .map(catalogue::find)
                .filter(exercise -> Files.isDirectory(exercise.teacher()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void starter_gives_nothing_solution_all_and_each_wrong_answer_loses_what_it_should(ExerciseFolder exercise)
            throws IOException {
        assertHold(new Proof(quick, Given.warm(Given.isolation()), exercise).claimsOfMarks());
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("exercises")
    void so_it_is_on_the_practice_data_and_in_children_of_their_own(ExerciseFolder exercise) throws IOException {
        assertHold(new Proof(Given.warm(Given.isolation()), exercise).claims());
    }

    private static void assertHold(List<Claim> claims) {
        assertThat(claims).hasSizeGreaterThan(8);
        assertThat(claims).filteredOn(claim -> !claim.holds()).isEmpty();
    }
}
