package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellFailedTest {
    private final Cells cells = new Cells();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void the_lines_are_those_of_the_cells() {
        cells.run("""
                int unused = 1;

                int divide(int a, int b) {
                    int c = 3;
                    return a / b;
                }""");

        assertThat(failure("""
                int a = 1; int b = 0;

                int c =
                    divide(a, b);
                int d = 4""").lines())
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "    at divide, line 5 of its cell",
                        "    at line 4 of this cell");
    }

    @Test
    void the_cause_is_said_too() {
        cells.run("void fail() { throw new IllegalStateException(\"outer\", new java.io.IOException()); }");

        assertThat(failure("fail();").lines())
                .containsExactly(
                        "java.lang.IllegalStateException: outer",
                        "    at fail, line 1 of its cell",
                        "    at line 1 of this cell",
                        "Caused by: java.io.IOException",
                        "    at fail, line 1 of its cell",
                        "    at line 1 of this cell");
    }

    @Test
    void the_exception_of_a_library_shows_its_own_frames() {
        assertThat(failure("java.util.List.of(1).add(2);").lines())
                .contains("java.lang.UnsupportedOperationException", "    at line 1 of this cell")
                .anyMatch(line -> line.contains("ImmutableCollections"));
    }

    private CellFailed failure(String cell) {
        return catchThrowableOfType(CellFailed.class, () -> cells.run(cell));
    }
}
