package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Handed;
import orquesta.autograder.submission.HandedReader;

/** Who does what the instructions say about handing in is read, and graded under that name. */
class HandInTest {
    private static final Catalogue EXERCISES = new Catalogue(Path.of("..", "exercises"));

    @TempDir
    private Path folder;

    static Stream<ExerciseFolder> exercises() {
        return EXERCISES.names().stream().map(EXERCISES::find);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void instructions_say_what_to_hand_in_and_how_to_name_it(ExerciseFolder exercise) throws IOException {
        for (String file : new String[] {"instructions.en.md", "instructions.es.md"}) {
            assertThat(Files.readString(exercise.path().resolve(file)).lines())
                    .as(file)
                    .anyMatch(line -> line.contains(" zip ") && line.contains("`answer`"))
                    .anyMatch(line -> line.contains("`Ana Soto.zip`"))
                    .anyMatch(line -> line.contains("`./kit grade \"Ana Soto.zip\"`"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "\\"})
    void a_zip_of_the_folder_answer_is_graded_under_its_name(String separator) throws IOException {
        ExerciseFolder e12 = EXERCISES.find("E12");
        Exercise exercise = ExerciseReader.read(e12);
        boolean teacher = Files.isDirectory(e12.solution());
        Path answer = folder.resolve("answer");
        copy(e12.start(), answer);
        copy(teacher ? e12.solution() : e12.start(), answer);
        Files.createDirectories(answer.resolve("limpieza/.ipynb_checkpoints"));
        Files.writeString(answer.resolve("limpieza/.ipynb_checkpoints/Limpieza-checkpoint.java"), "class A {}");

        Handed handed = HandedReader.read(zipped(answer, separator));

        assertThat(handed.id()).isEqualTo("Ana Soto");
        assertThat(handed.exercises(List.of(exercise))).containsExactly("E12");
        var result = Given.grade(e12, handed.answer(exercise, Set.copyOf(EXERCISES.names())), Given.isolation());
        assertThat(result.status()).isEqualTo(teacher ? Status.GRADED : Status.NOT_TRIED);
        assertThat(result.full()).isEqualTo(teacher);
    }

    /** The folder itself and all that is in it, as a file manager packs it. */
    private Path zipped(Path answer, String separator) throws IOException {
        Path file = folder.resolve("Ana Soto.zip");
        try (Stream<Path> all = Files.walk(answer);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path path : all.sorted().toList()) {
                String name = folder.relativize(path) + (Files.isDirectory(path) ? "/" : "");
                zip.putNextEntry(new ZipEntry(name.replace("/", separator)));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, zip);
                }
            }
        }
        return file;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var source : ExerciseFolder.sources(from).entrySet()) {
            Path file = to.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }
}
