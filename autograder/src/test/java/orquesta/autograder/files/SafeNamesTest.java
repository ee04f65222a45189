package orquesta.autograder.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeNamesTest {
    @TempDir
    private Path folder;

    @Test
    void every_name_is_one_folder_inside_whatever_somebody_calls_himself() throws IOException {
        for (String name : List.of(
                "",
                ".",
                "..",
                "../../etc",
                "/etc",
                "C:\\x",
                "a/../..",
                "~",
                "\0",
                "\uD83D",
                "\u202egnp",
                "x".repeat(300),
                "ñ".repeat(255),
                "😀".repeat(80),
                "CON",
                "nul.txt",
                "a:b",
                "trailing. ",
                " ")) {
            String safe = new SafeNames().unique(name);
            Path made = Files.createDirectory(folder.resolve(safe));

            assertThat(made.toRealPath().getParent()).as(name).isEqualTo(folder.toRealPath());
            assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(210);
            Files.delete(made);
        }
        assertThat(List.of("CON", "com1.txt", "Lpt9").stream().map(name -> new SafeNames().unique(name)))
                .containsExactly("~CON", "~com1.txt", "~Lpt9");
        assertThat(new SafeNames().unique("a\\b:c\"d|e.")).isEqualTo("a-b-c-d-e~");
    }

    @Test
    void no_two_are_one_on_a_system_that_folds_letters() {
        SafeNames names = new SafeNames();

        assertThat(List.of("Ana", "ana", "ANA", "ana~2", "Pía", "Pi\u0301a", "a/b", "a_b").stream()
                        .map(names::unique))
                .containsExactly("Ana", "ana~2", "ANA~3", "ana~2~2", "Pía", "Pi\u0301a~2", "a_b", "a_b~2");
    }

    @Test
    void what_moodle_gave_stays_as_it_is_even_at_the_end_of_a_long_name() {
        assertThat(new SafeNames().unique("Sofía Soto_40123_assignsubmission_file_"))
                .isEqualTo("Sofía Soto_40123_assignsubmission_file_");
        assertThat(new SafeNames().unique("Sofía_40123_assignsubmission_file_/uno"))
                .isEqualTo("Sofía_40123_assignsubmission_file__uno");
        assertThat(new SafeNames().unique("ñ".repeat(100) + "_40123_assignsubmission_file_"))
                .startsWith("ñññ")
                .endsWith("ñ_40123_assignsubmission_file_");
    }
}
