package orquesta.autograder.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.submission.HandedReader;

/** What editors write: marks at the beginning, and letters that are no UTF-8. */
class WrittenTextTest {
    private static final String SOURCE = "class Año { String precio = \"5 €\"; }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \uFEFF",
        "UTF-16LE, \uFEFF",
        "UTF-16BE, \uFEFF",
        "windows-1252, ''",
    })
    void a_source_is_the_same_text_in_a_checkout_and_as_handed_in(String letters, String mark) throws IOException {
        Files.write(folder.resolve("A.java"), (mark + SOURCE).getBytes(Charset.forName(letters)));

        assertThat(ExerciseFolder.sources(folder)).containsEntry("A.java", SOURCE);
        assertThat(HandedReader.read(folder).sources()).containsEntry("A.java", SOURCE);
    }
}
