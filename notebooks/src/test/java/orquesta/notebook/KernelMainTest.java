package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelMainTest {
    @Test
    void a_folder_of_lessons_says_its_language() {
        assertThat(KernelMain.languageOf(Path.of("/course/notebooks/es"))).contains("es");
        assertThat(KernelMain.languageOf(Path.of("/course/notebooks/tests"))).isEmpty();
        assertThat(KernelMain.languageOf(Path.of("/"))).isEmpty();
    }

    @Test
    void a_folder_of_copies_says_it_in_a_file(@TempDir Path folder) throws IOException {
        assertThat(KernelMain.languageOf(folder)).isEmpty();

        Files.writeString(folder.resolve(".language"), "es\n");
        assertThat(KernelMain.languageOf(folder)).contains("es");

        Files.writeString(folder.resolve(".language"), "de\n");
        assertThat(KernelMain.languageOf(folder)).isEmpty();
    }

    @Test
    void cells_need_no_import_for_what_every_lesson_uses() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            KernelMain.importUsual(shell);

            assertThat(shell.eval("Table t; Path p; Stream<String> s; Function<String, Integer> f; Relation r;"))
                    .allMatch(event -> event.status().isDefined());
        }
    }
}
