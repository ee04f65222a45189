package orquesta.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.testkit.TestKit;
import orquesta.text.UserException;

/** Two columns of one name, and types that Parquet does not keep, at every door. */
@Tag("once")
class ColumnsTest {
    private static final Relation NUMBERS = Relation.rows("x bigint, y bigint", "'10', '3'");
    private static final Relation TWICE = NUMBERS.select("sum(x) as total, sum(y) as total");

    @TempDir
    Path folder;

    private Duck duck;

    @BeforeEach
    void open() {
        duck = new Duck(folder.resolve("tmp"));
    }

    @AfterEach
    void close() {
        duck.close();
    }

    private Relation written(Relation relation) throws Exception {
        Path file = folder.resolve("value.parquet");
        duck.parquet(relation, file);
        return Relation.parquet(file);
    }

    private static void isRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable door, String name) {
        assertThatThrownBy(door)
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("two columns have one name: \"" + name + "\";");
    }

    @Test
    void two_columns_of_one_name_are_refused_wherever_a_relation_is_evaluated() {
        isRefused(() -> TestKit.rows(TWICE), "total");
        isRefused(() -> duck.columns(TWICE), "total");
        isRefused(() -> duck.texts(TWICE, row -> {}), "total");
        isRefused(() -> written(TWICE), "total");
        isRefused(() -> TestKit.passes(CheckResult.noRows("x", TWICE.where("1 = 1"))), "total");
        try (Session session = duck.session()) {
            isRefused(() -> session.sample(TWICE, 1), "total");
            isRefused(() -> session.count(TWICE.where("false")), "total");
        }
    }

    @Test
    void an_input_with_two_columns_of_one_name_is_refused_before_one_of_them_is_lost() {
        isRefused(() -> TestKit.rows(TWICE.select("total + 1 as m")), "total");
        isRefused(() -> TestKit.rows(TWICE.where("total > 0").select("1 as uno")), "total");
        isRefused(
                () -> TestKit.rows(Relation.with("a", NUMBERS)
                        .with("b", NUMBERS)
                        .sql("select * from a join b on a.x = b.x")
                        .select("count(*) as n")),
                "x\", \"y");
    }

    @Test
    void rows_are_as_wide_as_their_header_or_refused() {
        isRefused(() -> TestKit.rows(Relation.rows("a,a", "1,2")), "a");
        isRefused(() -> TestKit.rows(Relation.rows("a, A integer", "1,2")), "A");
        for (Relation wrong : List.of(
                Relation.rows("a", "1,2"),
                Relation.rows("a, b", "1"),
                Relation.rows("a", "'té', 'pan'").select("a"))) {
            assertThatThrownBy(() -> TestKit.rows(wrong))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("a row of Relation.rows has more or fewer values than its header");
        }
        assertThat(TestKit.lines(Relation.rows("a, b decimal(18,2), c, d, e", "null, 1, 'x', [1], date '2026-01-01'")))
                .containsExactly("null,1.00,x,[1],2026-01-01");
        assertThat(TestKit.lines(Relation.rows("a", "1", "null"))).containsExactly("1", "null");
    }

    @Test
    void names_are_compared_as_duckdb_compares_them() throws Exception {
        isRefused(() -> TestKit.rows(NUMBERS.select("x as total, y as Total")), "Total");
        assertThat(TestKit.lines(written(NUMBERS.select("x as ñ, y as Ñ")))).containsExactly("10,3");
    }

    @Test
    void whole_numbers_inside_lists_structs_and_maps_are_stored_exactly() throws Exception {
        Relation big = Relation.rows("n hugeint", "9007199254740993");

        Relation stored = written(big.select("[n] as l, {'HUGEINT': n, 'b': [[n]]} as s, map {n: n} as m, n"));

        assertThat(TestKit.lines(stored.select("l::varchar, s::varchar, m::varchar, n::varchar")))
                .containsExactly("[9007199254740993],"
                        + "{'HUGEINT': 9007199254740993, 'b': [[9007199254740993]]},"
                        + "{9007199254740993=9007199254740993},9007199254740993");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "[n]", "{'a': n}"})
    void a_whole_number_of_39_digits_is_refused_by_the_name_of_its_column(String expression) {
        Relation huge = Relation.rows("n hugeint", "170141183460469231731687303715884105727");

        assertThatThrownBy(() -> written(huge.select(expression + " as gran")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("one of the columns gran holds a whole number of more than 38 digits")
                .hasMessageNotContaining("copy (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timetz '10:00:00+03'",
                "union_value(a := 3)",
                "[union_value(a := 3)]",
                "'12'::bignum",
                "'101'::bit",
                "[interval '1 microsecond']"
            })
    void types_that_would_come_back_as_others_are_refused_by_column_and_type(String expression) {
        assertThatThrownBy(() -> written(NUMBERS.select(expression + " as raro")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("the column \"raro\" has the type ");
    }

    @Test
    void an_interval_is_stored_exactly_or_refused() throws Exception {
        assertThat(TestKit.lines(written(NUMBERS.select("interval '1 day 5 ms' as i, null::interval as j"))
                        .select("i::varchar, j::varchar")))
                .isEqualTo(List.of("1 day 00:00:00.005,null"));
        assertThatThrownBy(() -> written(NUMBERS.select("interval '5 microseconds' as i")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the column \"i\" holds an INTERVAL with thousandths of a millisecond");
    }
}
