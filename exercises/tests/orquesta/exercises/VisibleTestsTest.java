package orquesta.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that a student reads and runs are right, and each of them is good for something. */
class VisibleTestsTest {
    /** Those of an exercise are compiled once, and run once against its solution. */
    private static final Map<Path, VisibleTests> COMPILED = new HashMap<>();

    @TempDir
    private static Path classes;

    private static VisibleTests of(Path exercise) throws IOException {
        if (!COMPILED.containsKey(exercise)) {
            COMPILED.put(exercise, new VisibleTests(exercise, classes.resolve(exercise.getFileName())));
        }
        return COMPILED.get(exercise);
    }

    /** Those that have such tests: none has SQL. */
    static Stream<Path> all() {
        return Exercises.all().stream().filter(exercise -> Files.isDirectory(exercise.resolve("test")));
    }

    /** None in a student's copy. */
    static Stream<Path> withTeacher() {
        return all().filter(Exercises.withTeacher()::contains);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withTeacher")
    void pass_on_the_solution(Path exercise) throws Exception {
        Map<String, String> outcomes = of(exercise).againstSolution();

        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes)
                .allSatisfy((test, said) -> assertThat(said).as(test).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void all_fail_on_the_starter_which_says_what_to_do(Path exercise) throws Exception {
        Map<String, String> outcomes = of(exercise).againstStarter();

        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes)
                .allSatisfy((test, said) -> assertThat(said).as(test).isNotEmpty());
        // Either the starter stops with what to do, or it is code to repair and says so itself.
        boolean repair = Exercises.sources(exercise.resolve("start")).stream()
                .anyMatch(file -> Exercises.text(file).contains("TODO " + exercise.getFileName()));
        assertThat(repair || String.join(" ", outcomes.values()).contains("TODO E"))
                .isTrue();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withTeacher")
    void each_fail_on_some_wrong_answer(Path exercise) throws Exception {
        Set<String> idle = new TreeSet<>(of(exercise).againstSolution().keySet());
        for (Path wrong : Exercises.wrongAnswers(exercise)) {
            if (idle.isEmpty()) {
                break;
            }
            Map<String, String> outcomes = of(exercise).against(wrong);
            idle.removeIf(test -> !outcomes.getOrDefault(test, "").isEmpty());
        }

        assertThat(idle).as("visible tests that no wrong answer fails").isEmpty();
    }
}
