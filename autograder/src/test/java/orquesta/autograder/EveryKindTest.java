package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.files.Places;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;

/** An exercise of each kind, and one of a notebook's cell, that lies outside the kit: graded here, and in a batch. */
class EveryKindTest {
    private static final String CELL = "cell";

    @TempDir
    private Path folder;

    static Stream<String> kinds() {
        return Stream.concat(Arrays.stream(ExerciseKind.values()).map(ExerciseKind::code), Stream.of(CELL));
    }

    /** That each kind proves itself outside the kit {@code NewExerciseTest} shows; here stand one with a database, one without a child, one of a cell. */
    @ParameterizedTest
    @ValueSource(strings = {"sql", "answers", CELL})
    void its_solution_gets_all_points_in_a_batch(String kind) throws IOException {
        requireAllPointsInABatch(kind);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("kinds")
    void so_does_that_of_each_kind_in_a_batch(String kind) throws IOException {
        requireAllPointsInABatch(kind);
    }

    private void requireAllPointsInABatch(String kind) throws IOException {
        ExerciseFolder exercise = made(kind);
        put(exercise, folder.resolve("handed/Ana Soto"));
        Files.createDirectories(folder.resolve("handed/Beto"));

        List<GradeResult> batch = new Batch(Given.workplace(), Given.isolation(), folder.resolve("out"), 1)
                .grade(
                        folder.resolve("handed"),
                        new BatchScope(Optional.of(exercise.path().toString()), List.of()),
                        result -> {});

        double points = ExerciseReader.read(exercise).points();
        assertThat(batch).extracting(GradeResult::score).containsExactly(points, 0.0);
        assertThat(batch).extracting(GradeResult::status).containsExactly(Status.GRADED, Status.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"function", CELL})
    void its_solution_gets_all_points_by_its_path(String kind) throws IOException {
        requireAllPointsByPath(kind);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("kinds")
    void so_does_that_of_each_kind(String kind) throws IOException {
        requireAllPointsByPath(kind);
    }

    private void requireAllPointsByPath(String kind) throws IOException {
        ExerciseFolder exercise = made(kind);
        put(exercise, exercise.answer());
        Workplace workplace = Given.workplace();

        GradeResult here = new LocalGrading(workplace)
                .grade(workplace.exercises().find(exercise.path().toString()), Given.warm(Given.isolation()));

        assertThat(here.full()).as(here.checks().toString()).isTrue();
    }

    private ExerciseFolder made(String kind) throws IOException {
        if (kind.equals(CELL)) {
            Path copy = folder.resolve("T07");
            Places.copy(Path.of("src", "test", "exercises", "T07"), copy);
            return new ExerciseFolder(copy);
        }
        return new Template(ExerciseKind.named(kind)).write("N92", folder.resolve("mine"));
    }

    /** The files that a student edits, as the teacher has solved them. */
    private static void put(ExerciseFolder exercise, Path target) throws IOException {
        SortedMap<String, String> files = ExerciseFolder.sources(exercise.start());
        files.putAll(ExerciseFolder.sources(exercise.solution()));
        Map<String, String> values =
                Given.warm(Given.isolation()).prepare(exercise, false).answers();
        values.forEach((name, value) -> files.replaceAll((file, text) -> text.replace("${" + name + "}", value)));
        for (String file : ExerciseReader.read(exercise).answer()) {
            Path place = target.resolve(file);
            Files.createDirectories(place.getParent());
            Files.writeString(place, files.getOrDefault(file, ""));
        }
    }
}
