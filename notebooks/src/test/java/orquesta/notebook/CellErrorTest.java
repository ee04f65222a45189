package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.text.Message;

class CellErrorTest {
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
    void a_class_that_JShell_kept_back_hears_what_it_does_not_know() {
        shell.eval("class Prestada { String clientes(conexion_db base) { return null; } }");

        assertThat(hints("boolean b = Prestada.class.isRecord();"))
                .singleElement()
                .asString()
                .contains("\"Prestada\" was not declared", "conexion_db");
        assertThat(hints("new Prestado()")).singleElement().asString().contains("run the cells above first");
    }

    @Test
    void another_error_hears_what_the_grader_says_of_it() {
        assertThat(hints("int a = \"text\";")).singleElement().asString().contains("two types");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "caja = 3 * 1990#has its type before it",
                "Integer a = None;#`None` is `null`",
                "java.util.List<String> a = [\"x\", \"y\"];#List.of",
                "java.util.List<Integer> a = java.util.List.of(1, 2, );#The comma",
                "class T { String f(clientes, ventas) { return null; } }#each parameter",
                "class T { f(String a) { return null; } }#what the method returns",
                "String a = java.util.Map.of(\"x\", \"y\")[\"x\"];#Square brackets",
                "Object a = new String().value;#round brackets"
            })
    void what_a_reader_of_Python_writes_hears_how_Java_says_it(String cell, String said) {
        assertThat(hints(cell)).anyMatch(hint -> hint.toString().contains(said));
    }

    @Test
    void a_mark_stands_below_the_place_in_its_own_line() {
        assertThat(errors("class A {\n    int a = 1\n    int b = 2;\n}"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo("int a = 1\n         ^");
                    assertThat(error.words()).isEqualTo("';' expected");
                    assertThat(error.hint().toString()).contains("just before the sign ^");
                });
    }

    @Test
    void the_compilers_words_leave_out_the_class_that_JShell_makes() {
        assertThat(errors("int a = lecturas;"))
                .singleElement()
                .extracting(CellError::words)
                .isEqualTo("cannot find symbol\n  symbol:   variable lecturas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prediction.before(\"L04.bet\", 60.000.000)",
                "Prediction.before(\"L04.bet\", 60000000000)",
                "Prediction.before(\"L04.bet\", 60 million)",
                "Prediction.before(\"L04.bet\", $60)",
                "Quiz.ask(\"L04.exit-code\", a)",
                "Quiz.ask(\"L04.exit-code\", a, d)",
            })
    void an_answer_without_its_quotes_hears_of_them(String cell) {
        assertThat(hints(cell)).isNotEmpty().allMatch(hint -> hint.key().equals("kernel.quotes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quiz.ask(\"L00.till-sum\", caja)",
                "Quiz.ask(\"L04.exit-code\", \"a\") b",
                "Quiz.ask(\"L04.rung-2-count\", names.contains(null) ? null : count)",
            })
    void what_else_is_wrong_with_an_answer_hears_nothing_of_quotes(String cell) {
        assertThat(hints(cell)).isNotEmpty().noneMatch(hint -> hint.key().equals("kernel.quotes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\".size()", "\"abc\".length", "Integer.valueOf(\"1\").replace(\".\", \"\")"})
    void a_name_that_is_unknown_behind_a_dot_hears_nothing_of_the_cells_above(String cell) {
        assertThat(hints(cell)).extracting(Message::key).containsExactly("kernel.unknown_member");
    }

    private List<Message> hints(String cell) {
        return errors(cell).stream().map(CellError::hint).distinct().toList();
    }

    private List<CellError> errors(String cell) {
        return CellError.of(shell, shell.eval(cell).get(0));
    }
}
