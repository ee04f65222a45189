package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.dist.Distribution;
import orquesta.autograder.dist.Distribution.Copied;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.text.UserException;

/** What of a teacher's folder gets into a copy, asked of a real git. */
class DistributionTest {
    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void a_repository() throws IOException, InterruptedException {
        root = folder.resolve("kit");
        write("README.md");
        write(".gitignore", "target/\n/grades/\n*/answer/\n");
        write("notebooks/source/L01.md");
        write("notebooks/source/.teacher/L01.md");
        write("forgotten.md");
        git("init", "-q");
        git("add", "--all");
        git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "begin");
        Files.delete(root.resolve("forgotten.md"));
    }

    @Test
    void what_git_does_not_know_stays_with_the_teacher_and_is_named() throws IOException, InterruptedException {
        write("entregas/Ana Soto/answer.zip");
        write("notas ñ.java");
        write("grades/gradebook.csv");
        write("exercises/E12/answer_mine/Limpieza.java");
        write("README.md", "changed, and not yet committed");
        write("exercises/E12/start/Limpieza.java");
        git("add", "exercises/E12/start");

        Copied students = new Distribution(root, false).write(folder.resolve("for-students"));

        assertThat(inside("for-students"))
                .containsExactlyInAnyOrder(
                        "README.md", ".gitignore", "notebooks/source/L01.md", "exercises/E12/start/Limpieza.java");
        assertThat(students.files()).isEqualTo(4);
        assertThat(students.changed())
                .as("what a teacher may have typed there for himself")
                .containsExactlyInAnyOrder(Path.of("README.md"), Path.of("exercises/E12/start/Limpieza.java"));
        assertThat(students.left())
                .containsExactlyInAnyOrder("entregas/", "notas ñ.java", "exercises/E12/answer_mine/");
        assertThat(folder.resolve("for-students/README.md")).content().startsWith("changed");
        assertThat(new Distribution(root, true)
                        .write(folder.resolve("for-teachers"))
                        .files())
                .as("with the teacher's part of a lesson")
                .isEqualTo(5);
    }

    @Test
    void a_copy_with_a_solution_in_it_is_refused_and_one_with_a_line_like_it_is_not()
            throws IOException, InterruptedException {
        for (var source : ExerciseFolder.sources(Given.t01().path()).entrySet()) {
            write("exercises/T01/" + source.getKey(), source.getValue());
        }
        write("exercises/T01/exercise.json", ExerciseFolder.read(Given.t01().json()));
        write("exercises/T01/.teacher/solution/" + Given.ANSWER, Given.solution());
        String line = Given.solution()
                .lines()
                .map(String::strip)
                .filter(each -> each.length() > 40 && !each.startsWith("import"))
                .findFirst()
                .orElseThrow();
        write("notes.md", line);
        git("add", "--all");
        new Distribution(root, false).write(folder.resolve("with-a-line"));
        assertThat(folder.resolve("with-a-line/notes.md")).exists();

        write("notes.md", Given.solution());
        git("add", "--all");
        assertThatThrownBy(() -> new Distribution(root, false).write(folder.resolve("with-all")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("notes.md holds a line of the solution of T01");
    }

    @Test
    void a_folder_without_git_is_copied_whole_and_says_so() throws IOException {
        Files.move(root.resolve(".git"), folder.resolve("git-of-before"));
        write("notas.java");
        write("target/notas.class");

        Copied copied = new Distribution(root, false).write(folder.resolve("copy"));

        assertThat(copied.asked()).isFalse();
        assertThat(inside("copy")).contains("notas.java").doesNotContain("target/notas.class");
    }

    @Test
    void a_git_that_cannot_answer_is_told_with_its_own_words_and_nothing_is_copied() throws IOException {
        Files.writeString(root.resolve(".git/HEAD"), "nowhere");

        assertThatThrownBy(() -> new Distribution(root, false).write(folder.resolve("copy")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("not a git repository");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private List<String> inside(String copy) throws IOException {
        Path place = folder.resolve(copy);
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString())
                    .toList();
        }
    }

    private void write(String file) throws IOException {
        write(file, "a line");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        int exit = new ProcessBuilder(command)
                .directory(root.toFile())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
