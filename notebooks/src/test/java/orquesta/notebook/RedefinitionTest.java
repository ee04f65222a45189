package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
    private final Cells cells = new Cells();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void a_method_gets_its_new_body() {
        cells.run("int f() { return 1; }", "int g() { return f() * 10; }", "int f() { return 2; }");

        assertThat(cells.run("f()")).isEqualTo(2);
        assertThat(cells.run("g()")).isEqualTo(20);
    }

    @Test
    void a_method_gets_its_new_return_type() {
        cells.run("int f() { return 1; }", "String g() { return \"\" + f(); }", "String f() { return \"two\"; }");

        assertThat(cells.run("g()")).isEqualTo("two");
    }

    @Test
    void a_lambda_in_a_variable_calls_the_new_method() {
        cells.run("int f() { return 1; }", "java.util.function.IntSupplier s = () -> f();", "int f() { return 2; }");

        assertThat(cells.run("s.getAsInt()")).isEqualTo(2);
    }

    @Test
    void a_class_with_new_method_bodies_keeps_its_objects() {
        cells.run("class C { int n = 3; int m() { return n; } }", "var c = new C();", "c.n = 4;");
        cells.run("class C { int n = 3; int m() { return n * 10; } }");

        assertThat(cells.run("c.m()")).isEqualTo(40);
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void a_record_with_new_fields_can_be_used_at_once() {
        cells.run("record P(int a) {}", "record P(int a, int b) {}");

        assertThat(cells.run("new P(1, 2).b()")).isEqualTo(2);
    }

    @Test
    void a_class_declared_again_begins_with_its_new_static_values() {
        cells.run("class K { static final java.util.List<Integer> ALL = java.util.List.of(1); }", "K.ALL");
        cells.run("class K { static final java.util.List<Integer> ALL = java.util.List.of(1, 2); }");

        assertThat(cells.run("K.ALL.size()")).isEqualTo(2);
    }

    @Test
    void a_method_that_calls_one_not_yet_written_works_once_it_is() {
        cells.run("int f() { return later() + 1; }", "int later() { return 41; }");

        assertThat(cells.run("f()")).isEqualTo(42);
    }

    @Test
    void parameter_names_are_there_by_reflection() {
        cells.run("class C { void m(int ventas, String productos) {} }");

        assertThat(cells.run("C.class.getDeclaredMethods()[0].getParameters()[1].getName()"))
                .isEqualTo("productos");
    }

    @Test
    void the_byte_code_of_a_cell_can_be_read() {
        cells.run("class C { void m() { System.exit(1); } }");

        assertThat(cells.run(
                        "C.class.getResourceAsStream(C.class.getName().replace(\"REPL.\", \"\") + \".class\").read()"))
                .isEqualTo(0xCA);
    }
}
