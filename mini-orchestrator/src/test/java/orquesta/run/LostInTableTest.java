package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.testkit.TestHome;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** A step that returns what it read as a Table stores the same values, or is refused by column. */
@Tag("once")
class LostInTableTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    private Ended copying(String values) {
        AssetDefinition a = AssetDefinition.named("a").computedBy(in -> Relation.rows("x", values, "null"));
        AssetDefinition b = AssetDefinition.named("b")
                .reads("a", Table.class)
                .returns(Table.class)
                .computedBy(in -> in.get("a", Table.class));
        return Runs.of(a, b).in(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'nan'::double",
                "'nan'::float",
                "(-2147483648)::integer",
                "(-9223372036854775808)::bigint",
                "timestamp '2026-01-01 10:00:00.123456'",
                "timestamp 'infinity'",
                "date 'infinity'",
                "date '40000-01-01'"
            })
    void a_value_that_a_table_cannot_hold_is_refused_by_its_column(String value) {
        Ended run = copying(value);

        assertThat(run.state("b")).isEqualTo("failed");
        assertThat(run.reason("b")).startsWith("the column \"x\" of the Table was read from a column that holds ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time '10:00:00.123456'",
                "timestamptz '2026-01-01 10:00:00+00'",
                "5::ubigint",
                "[1, 2]",
                "uuid '11111111-1111-1111-1111-111111111111'"
            })
    void a_type_that_a_table_has_only_as_text_is_refused_by_its_column(String value) {
        assertThat(copying(value).reason("b")).startsWith("the column \"x\" of the Table is text, made from ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ñ'",
                "0.5::double",
                "2147483647",
                "9223372036854775807::bigint",
                "timestamp '2026-01-01 10:00:00.123'",
                "date '2026-01-01'",
                "true"
            })
    void all_else_comes_back_as_it_was_with_its_nulls(String value) {
        assertThat(copying(value).state("b")).isEqualTo("ok");
        assertThat(home.lines("b")).isEqualTo(home.lines("a")).contains("null");
    }

    @Test
    void a_column_that_the_step_filled_itself_is_its_own() {
        AssetDefinition a = AssetDefinition.named("a").computedBy(in -> Relation.rows("x", "''"));
        AssetDefinition b = AssetDefinition.named("b")
                .reads("a", Table.class)
                .returns(Table.class)
                .computedBy(in -> Table.create("t", TimeColumn.create("y", LocalTime.of(10, 0))));

        assertThat(Runs.of(a, b).in(home).state("b")).isEqualTo("ok");
        assertThat(home.lines("b")).containsExactly("10:00");
    }
}
