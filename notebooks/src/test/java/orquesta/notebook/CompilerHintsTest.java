package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.text.Message;

class CompilerHintsTest {
    private final JShell shell = JShell.builder()
            .executionEngine("local")
            .compilerOptions("-parameters")
            .build();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void an_operator_that_a_BigDecimal_lacks_hears_what_it_has_instead() {
        assertThat(hints("boolean f(java.math.BigDecimal a, Integer b) { return a * b > 0; }"))
                .singleElement()
                .asString()
                .contains("multiply", "compareTo");
    }

    @Test
    void a_name_that_is_not_there_hears_that_the_cells_above_come_first() {
        assertThat(hints("int a = lecturas + lecturas;"))
                .singleElement()
                .asString()
                .contains("run the cells above first");
    }

    @Test
    void another_error_hears_what_the_grader_says_of_it() {
        assertThat(hints("int a = \"text\";")).singleElement().asString().contains("two types");
    }

    private List<Message> hints(String cell) {
        SnippetEvent refused = shell.eval(cell).get(0);
        return CompilerHints.of(shell, refused);
    }
}
