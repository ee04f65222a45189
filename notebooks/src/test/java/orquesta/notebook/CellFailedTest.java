package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.text.UserException;

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
    void two_texts_that_are_compared_as_objects_hear_of_equals() {
        cells.run("String hay = \"a\";\nboolean b = hay == new String(\"a\");");

        assertThat(cells.notes()).containsExactly("gloss.same_object ==");
    }

    @Test
    void a_column_of_another_type_hears_how_to_ask_for_it() {
        assertThat(failure(
                                "Object a = tech.tablesaw.api.IntColumn.create(\"precio\"); ((tech.tablesaw.api.DoubleColumn) a).sum()")
                        .lines())
                .contains("This column is of another type: ask for it by intColumn(\"...\").");
    }

    @Test
    void a_method_that_calls_itself_without_end_stands_there_once() {
        cells.run("int level(int step) {\n    return level(step) + 1;\n}");

        assertThat(failure("level(0)").lines())
                .startsWith(
                        "java.lang.StackOverflowError",
                        "The method calls itself again and again, and never ends: look at what it hands to itself.",
                        "    at level, line 2 of its cell")
                .hasSizeLessThan(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "java.util.stream.IntStream.of(3).forEach(System::exit);",
                "class Fin { void fin() { System.exit(3); } }\nnew Fin().fin();"
            })
    void what_would_end_the_kernel_is_a_sentence_and_the_values_stay(String cell) {
        cells.run("int stays = 7;");

        assertThat(failure(cell).lines()).first().asString().startsWith("System.exit(3) would end the kernel");
        assertThat(cells.run("stays")).isEqualTo(7);
    }

    @Test
    void a_method_that_is_changed_where_it_stands_ends_no_kernel_either() {
        cells.run("int n() { return 1; }", "void go() { if (n() > 1) System.exit(n()); }", "int n() { return 2; }");

        assertThat(failure("go();").lines()).first().asString().startsWith("System.exit(2) would end the kernel");
    }

    @Test
    void an_array_shows_its_elements() {
        assertThat(cells.run("new int[] {1, 2, 3}")).isEqualTo("{1, 2, 3}");
        assertThat(cells.run("new String[][] {{\"a\", null}, {}}")).isEqualTo("{{\"a\", null}, {}}");
        assertThat(cells.run("new double[5000]")).asString().endsWith("0.0, ... (5,000)}");
        assertThat(cells.run("var array = new int[2]; array.length")).isEqualTo(2);
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
    void what_is_null_is_named_with_the_question_to_ask_before() {
        cells.run(
                "record Venta(Integer precio) {}",
                "int total(Venta venta, Integer cantidad) {\n    return venta.precio() * cantidad;\n}",
                "Integer ninguno = null;");

        assertThat(failure("total(new Venta(1), null);").lines())
                .hasSize(4)
                .contains("\"cantidad\" is null: ask whether cantidad != null before this line uses it.");
        assertThat(failure("total(new Venta(null), 1);").lines())
                .contains("\"precio()\" is null: ask whether precio() != null before this line uses it.");
        assertThat(failure("int uno = ninguno;").lines())
                .contains("\"ninguno\" is null: ask whether ninguno != null before this line uses it.");
        assertThat(failure("int uno = java.util.Map.of(\"a\", 1).get(\"b\");").lines())
                .contains("\"get(...)\" is null: ask whether get(...) != null before this line uses it.");
        assertThat(failure("java.util.Objects.requireNonNull(null, \"venta\");").lines())
                .noneMatch(line -> line.contains("ask whether"));
    }

    @Test
    void a_value_of_another_type_is_said_in_plain_words() {
        cells.run("Object numero = 1;");

        assertThat(failure("String texto = (String) numero;").lines())
                .contains("What is there is of the type Integer, and the line asks for a String: ask for what it is.");
    }

    @Test
    void the_places_and_the_causes_are_said_in_the_language_of_the_reader() {
        cells.run("void fail() { throw new IllegalStateException(\"outer\", new java.io.IOException()); }");
        CellFailed failed = failure("fail();");

        System.setProperty("orquesta.lang", "es");
        try {
            assertThat(failed.lines())
                    .containsExactly(
                            "java.lang.IllegalStateException: outer",
                            "    en fail, línea 1 de su celda",
                            "    en la línea 1 de esta celda",
                            "Causado por: java.io.IOException",
                            "    en fail, línea 1 de su celda",
                            "    en la línea 1 de esta celda");
        } finally {
            System.clearProperty("orquesta.lang");
        }
    }

    @Test
    void the_exception_of_a_library_shows_its_own_frames() {
        assertThat(failure("java.util.List.of(1).add(2);").lines())
                .contains("java.lang.UnsupportedOperationException", "    at line 1 of this cell")
                .anyMatch(line -> line.contains("ImmutableCollections"));
    }

    @Test
    void what_the_kit_says_of_the_users_own_code_stands_alone_with_the_users_own_lines() {
        cells.run(
                "void ask() {\n  throw new orquesta.text.UserException(\"ventas\", \"kernel.gone\", \"a\", \"b\");\n}");
        String sentence = new UserException("ventas", "kernel.gone", "a", "b").getMessage();

        assertThat(failure("java.util.List.of(1).forEach(one -> ask());").lines())
                .containsExactly(sentence, "    at ask, line 2 of its cell", "    at line 1 of this cell");
    }

    @Test
    void a_lambda_is_placed_by_what_holds_it() {
        cells.run("Runnable divide = () -> System.out.println(1 / 0);");
        cells.run("void all() {\n  java.util.List.of(0).forEach(one -> divide.run());\n}");

        assertThat(failure("int a = 1;\nall();").lines())
                .contains(
                        "    at lambda, line 1 of its cell",
                        "    at all, line 2 of its cell",
                        "    at line 2 of this cell");
    }

    @Test
    void an_exception_that_a_cell_declares_shows_its_type() {
        cells.run("class UserException extends RuntimeException {}");

        assertThat(failure("throw new UserException();").lines())
                .first()
                .asString()
                .endsWith("UserException");
    }

    @Test
    void a_value_whose_toString_throws_shows_the_methods_of_its_cell_and_none_of_the_kernel() {
        Object value = cells.run("""
                class Malo {
                    public String toString() {
                        throw new IllegalStateException("no");
                    }
                }
                class Hondo {
                    public String toString() {
                        return "" + this;
                    }
                }
                new Malo()""");

        assertThat(catchThrowableOfType(NotShown.class, () -> cells.shown(value::toString))
                        .lines())
                .containsExactly(
                        "The value cannot be shown, since code of this notebook throws meanwhile: IllegalStateException: no",
                        "    at Malo.toString");
        Object deep = cells.run("new Hondo()");
        assertThat(catchThrowableOfType(NotShown.class, () -> cells.shown(deep::toString))
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("StackOverflowError");
        assertThatThrownBy(() -> cells.shown(() -> {
                    throw new IllegalStateException("ours");
                }))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void final_at_the_top_of_a_cell_is_told_to_count_for_nothing() {
        cells.run("final int C = 3;");
        assertThat(cells.notes()).containsExactly("kernel.final C");
        assertThat(cells.run("C = 4; C")).isEqualTo(4);
        cells.run("int finalmente = 1; class A { final int a = 1; int b() { final int c = 2; return c; } }");
        assertThat(cells.notes()).isEmpty();
    }

    private CellFailed failure(String cell) {
        return catchThrowableOfType(CellFailed.class, () -> cells.run(cell));
    }
}
