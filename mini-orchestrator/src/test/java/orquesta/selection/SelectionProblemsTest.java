package orquesta.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.Given;

@Tag("once")
class SelectionProblemsTest {
    private static String problem(String text) {
        return Given.problem(() -> Selection.resolve(Selection.parse(text), SelectionTest.SALES));
    }

    @ParameterizedTest
    @CsvSource({"venta, ventas", "ingresoss, ingresos", "*prodcutos, productos", "not vntas, ventas"})
    void an_unknown_asset_is_told_with_the_nearest_and_all(String text, String nearest) {
        assertThat(problem(text)).startsWith("--select: ").contains("did you mean \"" + nearest + "\"", "resumen");
    }

    @Test
    void an_unknown_asset_that_is_like_none_is_told_with_all() {
        assertThat(problem("clientes_nuevos"))
                .contains("\"clientes_nuevos\"", "ingresos, leidas, productos")
                .doesNotContain("did you mean");
    }

    @ParameterizedTest
    @CsvSource({"not *", "ventas and productos", "resumen and not resumen"})
    void picking_nothing_is_an_error(String text) {
        assertThat(problem(text)).contains("\"" + text + "\"", "nothing", "ingresos, leidas");
    }

    @ParameterizedTest
    @CsvSource({
        "group:informe,      informes",
        "kind:reporte,       report",
        "owner:ana@uni,      ana@uni.cl",
        "tag:nivel=orro,     nivel=oro",
    })
    void an_unknown_label_is_told_with_the_nearest_and_all(String text, String nearest) {
        assertThat(problem(text)).contains(text, "did you mean \"" + nearest);
    }

    @ParameterizedTest
    @CsvSource({"grupo:x, group", "tags:a=b, tag", "status:ok, key", "column:x, key", "KEY:x, key"})
    void an_unknown_field_is_told_with_the_nearest_and_all(String text, String nearest) {
        assertThat(problem(text))
                .contains("\"" + text.substring(0, text.indexOf(':') + 1) + "\"", "\"" + nearest + ":\"", "owner, tag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key:\"ventas\"+      | all descendants; here write \"ventas*\"",
                "key:ventas+          | all descendants; here write \"ventas*\"",
                "key:\"ventas\"++     | all descendants; here write \"ventas*\"",
                "+key:\"ventas\"      | all ancestors; here write \"*ventas\"",
                "++key:ventas         | all ancestors; here write \"*ventas\"",
                "+key:\"ventas\" or x | all ancestors; here write \"*ventas\"",
            })
    void a_plus_at_key_means_something_else_to_dagster_and_is_refused(String text, String remedy) {
        assertThat(problem(text)).contains("\"" + text + "\"", "Dagster", remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ventas productos     | 8  | productos",
                "ventas ; productos   | 8  | ;",
                "ventas   ñ           | 10 | ñ",
                "ventas 😀            | 8  | 😀",
                "ventas)              | 7  | )",
                "(ventas productos)   | 9  | productos",
                "+2ventas             | 2  | 2",
                "ventas+3+            | 9  | +",
                "ventas++3            | 9  | 3",
                "2++ventas            | 3  | +",
                "2ventas              | 2  | ventas",
                "ventas+9999999       | 8  | 9999999",
                "ventas**             | 8  | *",
                "\"ventas             | 1  | \"",
                "ventas or or leidas  | 11 | or",
                "and ventas           | 1  | and",
                ":ventas              | 1  | :",
                "group:)              | 7  | )",
                "group:*              | 7  | *",
                "tag:nivel=)          | 11 | )",
                "tag:=oro             | 5  | =",
                "owner:and            | 7  | and",
                "ventas=oro           | 7  | =",
            })
    void what_cannot_be_read_is_told_with_the_character_where_it_stands(String text, int position, String found) {
        assertThat(problem(text))
                .contains("\"" + text + "\"", "at character " + position, "\"" + found + "\"", "*ventas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ventas or", "(ventas", "not", "+", "group:", "tag:nivel=", "2+", "ventas,", "2", "()x("})
    void what_ends_too_early_says_so_with_examples(String text) {
        if (text.equals("()x(")) {
            assertThat(problem(text)).contains("at character 2");
        } else {
            assertThat(problem(text)).contains("\"" + text + "\"", "ends too early", "*ventas");
        }
    }
}
