package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.proof.Proof;
import orquesta.autograder.proof.Proof.Claim;

/** What {@code ./kit exercise new} makes, outside the kit: of each kind a folder that proves itself, on other seeds too. */
class NewExerciseTest {
    /** As for the proof of all exercises. */
    private static final Controller QUICK = quick();

    @TempDir
    private Path folder;

    private static Controller quick() {
        try {
            return Given.workplace().authorsController(Given.isolation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void end() {
        QUICK.close();
    }

    private ExerciseFolder made(ExerciseKind kind) throws IOException {
        ExerciseFolder made = new Template(kind).write("N90", folder);
        return new Catalogue(Path.of("nowhere")).find(made.path().toString());
    }

    /** As {@code ./kit exercise check} proves all of them: starter and wrong answers on the teacher's seed alone. */
    @ParameterizedTest
    @EnumSource(ExerciseKind.class)
    void a_new_exercise_of_each_kind_proves_itself(ExerciseKind kind) throws IOException {
        ExerciseFolder found = made(kind);
        List<Claim> claims = new ArrayList<>(new Proof(QUICK, Given.warm(Given.isolation()), found).claimsOfMarks());
        if (kind == ExerciseKind.FUNCTION) {
            claims.addAll(new Proof(QUICK, found).claimsOnSeeds(1));
        }
        assertHold(claims);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(ExerciseKind.class)
    void so_it_does_on_the_practice_data(ExerciseKind kind) throws IOException {
        assertHold(new Proof(QUICK, Given.warm(Given.isolation()), made(kind)).claims());
    }

    private static void assertHold(List<Claim> claims) {
        assertThat(claims).hasSizeGreaterThan(8);
        assertThat(claims).filteredOn(claim -> !claim.holds()).isEmpty();
    }

    @Test
    void an_exercise_that_is_there_is_left_alone_and_an_unknown_kind_hears_the_nearest() throws IOException {
        new Template(ExerciseKind.SQL).write("N90", folder);

        assertThatThrownBy(() -> new Template(ExerciseKind.ANSWERS).write("N90", folder))
                .hasMessageContaining("this folder is there already");
        assertThatThrownBy(() -> ExerciseKind.named("sqll"))
                .hasMessageContaining("\"sqll\"")
                .hasMessageContaining("sql");
    }
}
