package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.CellAnswer.CellDeclaration;
import orquesta.autograder.CellAnswer.CellDeclaration.Sort;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.files.Places;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.submission.Submission;

/** A method of a cell becomes the file of an answer: T07, on tables of Tablesaw. */
class CellAnswerTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        CellAnswer.reads(List::of);
    }

    @Test
    void a_method_is_laid_into_the_answer_with_what_it_calls_and_earns_its_points() throws IOException {
        ExerciseFolder exercise = copy();
        CellAnswer.reads(
                () -> List.of(
                        new CellDeclaration("tech.tablesaw.api.*", Sort.IMPORT, "import tech.tablesaw.api.*;"),
                        new CellDeclaration("orquesta.lesson.*", Sort.IMPORT, "import orquesta.lesson.*;"),
                        new CellDeclaration("unused", Sort.METHOD, "int unused() { return nothing; }"),
                        new CellDeclaration(
                                "Names", Sort.TYPE, "class Names { static String total() { return \"total\"; } }"),
                        new CellDeclaration(
                                "times",
                                Sort.METHOD,
                                "DoubleColumn times(Table t) {\n    return t.doubleColumn(\"precio\").multiply(t.intColumn(\"cantidad\"));\n}"),
                        new CellDeclaration(
                                "total",
                                Sort.METHOD,
                                "Table total(Table t) {\n    return t.copy().addColumns(times(t).setName(Names.total()));\n}")));

        CellAnswer.lay(exercise, ExerciseReader.read(exercise));

        SortedMap<String, String> answer = ExerciseFolder.sources(exercise.answer());
        assertThat(answer.get("celda/Total.java"))
                .contains("static Table total(Table t)", "static DoubleColumn times", "static class Names")
                .doesNotContain("unused", "orquesta.lesson");
        GradeResult result = Given.grade(exercise, Submission.of("ana", answer), Given.isolation());
        assertThat(result.score()).isEqualTo(2);
    }

    @Test
    void without_such_a_method_the_sentence_says_what_to_do() throws IOException {
        ExerciseFolder exercise = copy();
        CellAnswer.reads(List::of);

        assertThatThrownBy(() -> CellAnswer.lay(exercise, ExerciseReader.read(exercise)))
                .hasMessageContaining("no cell that has run declares the method total");
    }

    private ExerciseFolder copy() throws IOException {
        Path copy = folder.resolve("T07");
        Places.copy(Path.of("src", "test", "exercises", "T07"), copy);
        assertThat(Files.isDirectory(copy.resolve("answer"))).isFalse();
        return new ExerciseFolder(copy);
    }
}
