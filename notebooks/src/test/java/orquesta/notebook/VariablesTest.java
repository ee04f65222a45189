package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VariablesTest {
    private final Cells cells = new Cells();

    @AfterEach
    void close() {
        cells.close();
    }

    /** Setting up, the trigger, and an expression with its value: all of these gave null or 0 in the plain kernel. */
    static Stream<Arguments> triggers() {
        return Stream.of(
                Arguments.of("var v = 5;", "// comment\nimport java.util.*;", "v", 5),
                Arguments.of("var v = List.of(1, 2);", "int z = 1; // comment\nimport java.util.*;", "v.size()", 2),
                Arguments.of("var v = new int[] {7};", "// comment\nimport static java.lang.Math.*;", "v[0]", 7),
                Arguments.of("int f() { return 1; } var v = f();", "int f() { return 2; }", "v", 1),
                Arguments.of("int f() { return 1; } int v = f();", "int f() { return 2; }", "v", 1),
                Arguments.of("int f() { return 1; } int v = f();", "long f() { return 2; }", "v", 1),
                Arguments.of("String d = \"2026\"; var v = d.substring(2);", "String d = \"2027\";", "v", "26"),
                Arguments.of("String d = \"2026\"; String v = d.trim();", "var d = new StringBuilder();", "v", "2026"),
                Arguments.of("int a = 4, b = 5; int v = a + b;", "int a = 1;", "v", 9),
                Arguments.of("record P(int a) {} Object v = \"x\" + new P(1);", "record P(int b) {}", "v", "xP[a=1]"),
                Arguments.of("enum E {A} int v = E.values().length;", "enum E {A, B}", "v", 1),
                Arguments.of("int f() { return 1; } int v = f() + 1;", "int f(int x) { return x; }", "v", 2),
                Arguments.of("int v = 7;", "class Other { static int v = 1; }", "v", 7));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void a_declaration_leaves_the_values_of_others(String before, String trigger, String ask, Object value) {
        cells.run("import java.util.List;", before, trigger);

        assertThat(cells.run(ask)).isEqualTo(value);
        assertThat(cells.notes()).isEmpty();
    }

    /** Of each kind of declaration one: an import, a method of another type, a variable, a record. */
    static Stream<Arguments> ofEachKind() {
        List<Arguments> all = triggers().toList();
        return Stream.of(0, 5, 7, 9).map(all::get);
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void a_declaration_leaves_the_values_of_others_without_the_agent_too(
            String before, String trigger, String ask, Object value) {
        leavesTheValuesWithoutTheAgent(before, trigger, ask, value);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("triggers")
    void each_declaration_leaves_the_values_of_others_without_the_agent(
            String before, String trigger, String ask, Object value) {
        leavesTheValuesWithoutTheAgent(before, trigger, ask, value);
    }

    private static void leavesTheValuesWithoutTheAgent(String before, String trigger, String ask, Object value) {
        try (Cells plain = new Cells(Duration.ofMinutes(2), Optional.<Instrumentation>empty())) {
            plain.run("import java.util.List;", before, trigger);

            assertThat(plain.run(ask)).isEqualTo(value);
            assertThat(plain.notes()).isEmpty();
        }
    }

    @Test
    void a_value_whose_type_is_another_now_is_lost_with_a_sentence() {
        cells.run("record P(int a) {}", "P p = null; Object n = 3;", "p = new P(1);", "record P(int a, int b) {}");

        assertThat(cells.notes()).containsExactly("kernel.lost p P");
        assertThat(cells.run("p")).isNull();
        assertThat(cells.run("n")).isEqualTo(3);
    }

    @Test
    void a_list_of_a_type_that_is_another_now_is_lost_with_a_sentence() {
        cells.run("record P(int a) {}", "java.util.List<P> ps = new java.util.ArrayList<>();", "record P(int b) {}");

        assertThat(cells.notes()).containsExactly("kernel.lost ps P");
    }

    @Test
    void a_variable_that_cannot_be_compiled_any_more_is_gone_with_a_sentence() {
        cells.run("record P(int a) {}", "var p = new P(1);", "record P(int a, int b) {}");

        assertThat(cells.notes()).containsExactly("kernel.gone p P");
        assertThatThrownBy(() -> cells.run("p")).isInstanceOf(CompilationException.class);

        cells.run("var p = new P(1, 2);");
        assertThat(cells.run("p.b()")).isEqualTo(2);
    }

    @Test
    void an_empty_variable_has_nothing_to_lose_and_says_nothing() {
        cells.run("record P(int a) {}", "P p = null;", "record P(int a, int b) {}");

        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void static_fields_of_a_class_begin_anew_with_a_sentence() {
        cells.run("int step() { return 1; }", "class C { static int n; static void up() { n += step(); } }", "C.up();");

        cells.run("int step() { return 2; }", "C.up();");
        assertThat(cells.notes()).isEmpty();
        assertThat(cells.run("C.n")).isEqualTo(3);

        cells.run("long step() { return 2; }");
        assertThat(cells.notes()).containsExactly("kernel.statics C step");
    }

    @Test
    void a_declaration_without_a_value_begins_at_zero_with_a_sentence() {
        cells.run("int z = 7;", "int z;");

        assertThat(cells.run("z")).isEqualTo(0);
        assertThat(cells.notes()).containsExactly("kernel.emptied z");

        cells.run("int z;", "String z;");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void a_variable_whose_first_initializer_fails_is_not_there() {
        assertThatThrownBy(() -> cells.run("int b = 1 / 0;")).hasMessageContaining("/ by zero");
        assertThatThrownBy(() -> cells.run("b")).isInstanceOf(CompilationException.class);

        assertThat(cells.run("int b = 5;", "b")).isEqualTo(5);
    }

    @Test
    void a_variable_whose_new_initializer_fails_keeps_its_value() {
        cells.run("int b = 5;");
        assertThatThrownBy(() -> cells.run("int b = 1 / 0;")).isInstanceOf(CellFailed.class);

        assertThat(cells.run("b")).isEqualTo(5);
    }

    @Test
    void a_variable_whose_initializer_of_another_type_fails_is_not_there() {
        cells.run("int b = 0;");
        assertThatThrownBy(() -> cells.run("String b = String.valueOf(1 / 0);")).isInstanceOf(CellFailed.class);

        assertThatThrownBy(() -> cells.run("b")).isInstanceOf(CompilationException.class);
    }

    @Test
    void a_replaced_value_survives_further_replacements() {
        cells.run("int f() { return 1; }", "int v = f() + 10;");
        for (String type : new String[] {"long", "int", "short", "byte", "int"}) {
            cells.run(type + " f() { return 2; }");
        }

        assertThat(cells.run("v")).isEqualTo(11);
    }

    @Test
    void an_initializer_reads_the_kept_value_of_what_depends_on_it() {
        cells.run("int n = 3;", "int m = java.util.stream.IntStream.range(0, n).map(i -> i + n).sum();");
        cells.run("double n = m / 4.0;");

        assertThat(cells.run("n")).isEqualTo(3.0);
    }
}
