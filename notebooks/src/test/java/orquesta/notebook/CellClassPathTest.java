package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellClassPathTest {
    private static final String IMPORT = "import net.bytebuddy.ByteBuddy;";

    private final String whole = System.getProperty("java.class.path");

    @AfterEach
    void give_the_class_path_back() {
        System.setProperty("java.class.path", whole);
    }

    @Test
    void leaves_out_the_jars_whose_names_begin_so() {
        String path = String.join(
                File.pathSeparator, "/lib/icu4j-74.2.jar", "/icu4j-classes/", "lib/duckdb.jar", "picocli.jar");

        assertThat(CellClassPath.shortened(path, List.of("icu4j-7", "picocli")))
                .isEqualTo(String.join(File.pathSeparator, "/icu4j-classes/", "lib/duckdb.jar"));
    }

    @Test
    void a_cell_does_not_know_what_only_libraries_call_and_knows_the_rest() throws Exception {
        try (JShell all = JShell.builder().executionEngine("local").build();
                JShell fewer = CellClassPath.without(List.of("byte-buddy-"), CellClassPathTest::started)) {
            assertThat(status(all, IMPORT)).isEqualTo(Status.VALID);
            assertThat(status(fewer, IMPORT)).isEqualTo(Status.REJECTED);
            assertThat(status(fewer, "import tech.tablesaw.api.Table;")).isEqualTo(Status.VALID);
        }
    }

    @Test
    void what_runs_later_has_the_whole_class_path_also_after_a_failure() {
        assertThatThrownBy(() -> CellClassPath.without(List.of("byte-buddy-"), () -> {
                    throw new IllegalStateException(System.getProperty("java.class.path"));
                }))
                .message()
                .doesNotContain("byte-buddy-")
                .contains("tablesaw");

        assertThat(System.getProperty("java.class.path")).isEqualTo(whole).contains("byte-buddy-");
    }

    private static JShell started() {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.eval("int one = 1;");
        return shell;
    }

    private static Status status(JShell shell, String snippet) {
        List<SnippetEvent> events = shell.eval(snippet);
        return events.get(0).status();
    }
}
