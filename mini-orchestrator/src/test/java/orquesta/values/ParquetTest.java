package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.text.UserException;

@Tag("once")
class ParquetTest {
    @TempDir
    Path folder;

    private Stored stored;

    @BeforeEach
    void open() {
        stored = new Stored(folder.resolve("it's a home"));
    }

    @AfterEach
    void close() {
        stored.close();
    }

    @Test
    void a_column_may_be_named_like_a_gap_in_a_format() throws Exception {
        Materialization plain = stored.write(Relation.rows("n", "20").select("n as \"dcto %s\", 'a' as \"100%\""));
        Materialization huge = stored.write(Relation.rows("n", "20").select("sum(n) as \"dcto %s\""));

        assertThat(stored.lines(plain)).containsExactly("20,a");
        assertThat(stored.lines(huge)).containsExactly("20");
        assertThat(plain.contents().columns()).extracting(Column::name).containsExactly("dcto %s", "100%");
        assertThat(plain.contents().preview()).containsExactly(List.of("20", "a"));
    }

    @Test
    void values_and_types_come_back() throws Exception {
        Relation all = Relation.rows(
                "t, i integer, l bigint, d double, b boolean, m decimal(38,2), dia date, cuando timestamp, hora time",
                "'ñ 🦙', 1, 3000000000, 0.1, true, 123456789012345678901234.99, '2025-12-31', "
                        + "'2025-12-31 23:59:59.123456', '23:59:59'",
                "'', null, null, null, null, null, null, null, null",
                "null, null, null, null, null, null, null, null, null");

        Materialization value = stored.write(all);

        assertThat(stored.lines(value))
                .containsExactly(
                        "ñ 🦙,1,3000000000,0.1,true,123456789012345678901234.99,2025-12-31,"
                                + "2025-12-31T23:59:59.123456,23:59:59",
                        ",null,null,null,null,null,null,null,null",
                        "null,null,null,null,null,null,null,null,null");
        assertThat(value.contents().columns())
                .extracting(Column::type)
                .containsExactly(
                        "VARCHAR",
                        "INTEGER",
                        "BIGINT",
                        "DOUBLE",
                        "BOOLEAN",
                        "DECIMAL(38,2)",
                        "DATE",
                        "TIMESTAMP",
                        "TIME");
    }

    @Test
    void sums_of_integers_are_exact() throws Exception {
        Relation sums = Relation.with("t", Relation.rows("k, n bigint", "'a', 9007199254740993", "'b', null"))
                .sql("select k, sum(n) as total from t group by k order by k");

        Materialization value = stored.write(sums);

        assertThat(stored.lines(value)).containsExactly("a,9007199254740993", "b,null");
        assertThat(value.contents().columns())
                .containsExactly(new Column("k", "VARCHAR"), new Column("total", "DECIMAL(38,0)"));
    }

    @Test
    void a_sum_that_no_column_can_hold_is_an_error_and_never_rounded() {
        assertThatThrownBy(() -> stored.write(Relation.rows("n hugeint", "1" + "0".repeat(38))))
                .isInstanceOf(UserException.class);
    }

    @Test
    void the_order_of_a_query_is_the_order_of_what_is_stored() throws Exception {
        Relation numbers = Relation.rows("x", "1").select("unnest(range(300000)) as n");
        Relation ordered = Relation.with("numbers", numbers).sql("select n::hugeint as h from numbers order by n desc");

        List<String> lines = stored.lines(stored.write(ordered));

        assertThat(lines).hasSize(300_000).startsWith("299999", "299998").endsWith("1", "0");
    }

    @Test
    void a_table_without_rows_keeps_its_columns() throws Exception {
        Materialization value = stored.write(Relation.rows("t, m decimal(18,2)"));

        assertThat(value.contents().rows()).isZero();
        assertThat(value.contents().columns())
                .containsExactly(new Column("t", "VARCHAR"), new Column("m", "DECIMAL(18,2)"));
        assertThat(stored.lines(value)).isEmpty();
    }
}
