package orquesta.autograder.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.Compare;
import orquesta.autograder.exercise.Exercise.ComparedColumn;
import orquesta.text.Language;
import orquesta.text.Message;

class TableComparisonTest {
    private static final ComparedColumn TEXT = new ComparedColumn("a", Exercise.Type.TEXT, null);
    private static final ComparedColumn DECIMAL = new ComparedColumn("b", Exercise.Type.DECIMAL, null);

    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, ",
        "a b c, a c b, order",
        "a b c, a b c c, duplicates",
        "a b b, a b, duplicates",
        "a b c, a b c d, extra_rows",
        "a b c, a c, missing_rows",
        "a b c, a x c, value",
        "a b c, a b x y, value",
        "a b c, x a b, extra_rows",
        "a b c d, a c x, missing_rows",
        "a b c, A b c, case",
        "a b c d e, a c x d e, value",
        "a b a a c, b b a a c, value",
        "a b a c, b b a c, value",
        "a x b x c, x x b x c, value",
        "a b c d e, x c d e, value",
        "a b c d e f, a d e g, missing_rows",
        "té limón, te limon, accents",
        "titi, tıti, case",
    })
    void whole_rows_and_single_cells_get_the_class_of_their_difference(String wanted, String found, String kind) {
        assertThat(kind(rows(wanted), rows(found), TEXT)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "a b c, c a b, ",
        "a b b, b a b, ",
        "a b b, b a a, value",
        "a b c, c b, missing_rows",
        "a b c, c b a d, extra_rows",
        "a b c, c B a, case",
        "a b c, c a b x y, extra_rows",
    })
    void where_order_does_not_count_only_the_rest_of_a_difference_is_told(String wanted, String found, String kind) {
        TableComparison tables =
                new TableComparison(List.of(TEXT), rows(wanted), List.of(), rows(found)).inTheirPlaces();

        assertThat(tables.difference().map(it -> it.kind().code()).orElse(null)).isEqualTo(kind);
    }

    @Test
    void rows_that_are_in_order_keep_their_numbers_where_order_does_not_count() {
        TableComparison tables = new TableComparison(List.of(TEXT), rows("a b c"), List.of(), rows("a x b c"));

        assertThat(tables.inTheirPlaces()).isSameAs(tables);
    }

    @Test
    void of_several_rows_too_many_or_missing_the_number_and_the_first_are_told() {
        assertThat(told("a b", "a x y b z")).isEqualTo("3 too many; the first: (\"x\") (row 2 of your answer)");
        assertThat(told("a b", "a b x")).isEqualTo("too many: (\"x\") (row 3 of your answer)");
        assertThat(told("a b c", "b")).isEqualTo("2 are missing; the first: (\"a\") (it should be row 1)");
        assertThat(told("a b c", "a c")).isEqualTo("missing: (\"b\") (it should be row 2)");
        assertThat(spanish("a b", "a x y b z")).isEqualTo("sobran 3; la primera: (\"x\") (fila 2 de tu respuesta)");
        assertThat(spanish("a b c", "b")).isEqualTo("faltan 2; la primera: (\"a\") (debería ser la fila 1)");
    }

    private static String told(String wanted, String found) {
        return first(wanted, found).in(Language.EN);
    }

    private static String spanish(String wanted, String found) {
        return first(wanted, found).in(Language.ES);
    }

    private static Message first(String wanted, String found) {
        return difference(rows(wanted), rows(found), TEXT)
                .orElseThrow()
                .details()
                .get(0);
    }

    @Test
    void blanks_are_seen_as_blanks_and_shown_in_quotes() {
        Difference difference =
                difference(List.of(row("pan")), List.of(row("pan\u00a0")), TEXT).orElseThrow();

        assertThat(difference.kind()).isEqualTo(DifferenceKind.SPACE);
        assertThat(difference.details().get(0).toString()).contains("\"pan\\u00a0\"");
    }

    @Test
    void null_is_told_from_an_empty_text() {
        assertThat(kind(List.of(row("")), List.of(List.of(Value.NULL)), TEXT)).isEqualTo("null");
        assertThat(kind(List.of(List.of(Value.NULL)), List.of(row("")), TEXT)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "3980.00, 3980, VALUE, ",
        "3980.00, 3.98E+3, VALUE, ",
        "3980.00, 3980, SCALE, decimals",
        "0.30, 0.30000000000000004, VALUE, decimals",
        "3980.00, 3981.00, VALUE, value",
        "1.00, 1E+999999999, VALUE, value",
        "1.00, 1E-999999999, VALUE, value",
    })
    void decimals_are_compared_by_value_or_by_scale(String wanted, String found, Compare compare, String kind) {
        ComparedColumn column = new ComparedColumn("b", Exercise.Type.DECIMAL, compare);

        assertThat(kind(List.of(decimal(wanted)), List.of(decimal(found)), column))
                .isEqualTo(kind);
    }

    @Test
    void another_class_is_a_difference_of_type_even_with_the_same_text() {
        assertThat(kind(List.of(decimal("7")), List.of(List.of(new Value("Integer", "7"))), DECIMAL))
                .isEqualTo("type");
        assertThat(kind(List.of(row("7")), List.of(List.of(new Value("com.example.Mine", null))), TEXT))
                .isEqualTo("type");
    }

    @Test
    void a_row_that_is_no_record_of_the_exercise_is_a_difference_of_type() {
        List<ComparedColumn> two = List.of(TEXT, DECIMAL);
        List<Value> right = List.of(new Value("String", "a"), new Value("BigDecimal", "1"));
        TableComparison tables = new TableComparison(
                two, List.of(right), List.of(), List.of(List.of(new Value("java.util.Date", null))));

        assertThat(tables.difference().orElseThrow().kind()).isEqualTo(DifferenceKind.TYPE);
    }

    private static @Nullable String kind(List<List<Value>> wanted, List<List<Value>> found, ComparedColumn column) {
        return difference(wanted, found, column).map(it -> it.kind().code()).orElse(null);
    }

    private static Optional<Difference> difference(
            List<List<Value>> wanted, List<List<Value>> found, ComparedColumn column) {
        return new TableComparison(List.of(column), wanted, List.of(), found).difference();
    }

    private static List<List<Value>> rows(String words) {
        return Arrays.stream(words.split(" ")).map(TableComparisonTest::row).toList();
    }

    private static List<Value> row(String text) {
        return List.of(new Value("String", text));
    }

    private static List<Value> decimal(String text) {
        return List.of(new Value("BigDecimal", text));
    }
}
