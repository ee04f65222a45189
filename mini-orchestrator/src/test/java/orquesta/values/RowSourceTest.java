package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.testkit.TestKit.lines;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

@Tag("once")
class RowSourceTest {
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();

    private interface Rows {
        Object[] row(int n) throws IOException;
    }

    /** Counts how many cursors were opened and are open, and how many rows were given. */
    private RowSource source(List<Column> columns, Rows rows) {
        return new RowSource() {
            @Override
            public List<Column> columns() {
                return columns;
            }

            @Override
            public Cursor open() {
                open.incrementAndGet();
                opened.incrementAndGet();
                AtomicInteger at = new AtomicInteger();
                return new Cursor() {
                    @Override
                    public Object[] next() throws IOException {
                        given.incrementAndGet();
                        return rows.row(at.getAndIncrement());
                    }

                    @Override
                    public void close() {
                        open.decrementAndGet();
                    }
                };
            }
        };
    }

    private RowSource numbers(int count) {
        return source(List.of(new Column("n", "BIGINT")), n -> n < count ? new Object[] {(long) n} : null);
    }

    @Test
    void rows_come_in_their_order_with_all_types_and_nulls() {
        List<Column> columns = List.of(
                new Column("t", "VARCHAR"),
                new Column("n", "BIGINT"),
                new Column("b", "BOOLEAN"),
                new Column("d", "DOUBLE"),
                new Column("m", "DECIMAL(38,2)"));
        Object[][] rows = {
            {"ñandú 🦙", 1L, true, 0.1, new BigDecimal("123456789012345678901234.99")},
            {"", null, false, -0.0, new BigDecimal("1E+3")},
            {null, Long.MIN_VALUE, null, null, null}
        };

        Relation relation = Relation.of(source(columns, n -> n < rows.length ? rows[n] : null));

        assertThat(lines(relation))
                .containsExactly(
                        "ñandú 🦙,1,true,0.1,123456789012345678901234.99",
                        ",null,false,-0.0,1000.00",
                        "null,-9223372036854775808,null,null,null");
    }

    @Test
    void more_rows_than_fit_into_a_chunk_all_come_in_order() {
        List<String> lines = lines(Relation.of(numbers(10_001)));

        assertThat(lines).hasSize(10_001).startsWith("0", "1").endsWith("10000");
        assertThat(open.get()).isZero();
    }

    @Test
    void a_source_is_read_once_for_each_query_that_needs_it_and_not_before() {
        Relation relation = Relation.of(numbers(5)).where("n > 2");
        assertThat(opened.get()).isZero();

        assertThat(lines(relation)).containsExactly("3", "4");
        assertThat(opened.get()).isEqualTo(1);
        assertThat(lines(relation)).containsExactly("3", "4");

        assertThat(opened.get()).isEqualTo(2);
        assertThat(open.get()).isZero();
    }

    @Test
    void an_empty_source_is_an_empty_table() {
        assertThat(lines(Relation.of(numbers(0)).select("count(*)"))).containsExactly("0");
        assertThat(open.get()).isZero();
    }

    @Test
    void a_source_is_streamed_and_closed_when_a_query_has_enough() {
        assertThat(lines(Relation.of(numbers(Integer.MAX_VALUE)).select("n").where("true limit 3")))
                .containsExactly("0", "1", "2");

        assertThat(given.get()).isLessThan(1_000_000);
        assertThat(open.get()).isZero();
    }

    @Test
    void the_array_of_a_row_may_be_used_again() {
        Object[] one = new Object[1];
        Relation relation = Relation.of(source(List.of(new Column("n", "BIGINT")), n -> {
            one[0] = (long) n;
            return n < 3 ? one : null;
        }));

        assertThat(lines(relation)).containsExactly("0", "1", "2");
    }

    @Test
    void a_failure_surfaces_with_its_own_sentence_and_closes_the_source() {
        RowSource breaks = source(List.of(new Column("n", "BIGINT")), n -> {
            if (n == 5000) {
                throw new UserException("ventas.csv:5001", "value.no_file", "x");
            }
            return new Object[] {(long) n};
        });

        assertThatThrownBy(() -> lines(Relation.of(breaks).where("n >= 0")))
                .isInstanceOf(UserException.class)
                .hasMessage("ventas.csv:5001: it returned the path x, where there is nothing; "
                        + "write the file before you return it.");
        assertThat(open.get()).isZero();
    }

    @Test
    void an_io_failure_says_that_the_rows_could_not_be_read() {
        RowSource breaks = source(List.of(new Column("n", "BIGINT")), n -> {
            throw new IOException("Input/output error");
        });

        assertThatThrownBy(() -> lines(Relation.of(breaks)))
                .isInstanceOf(UserException.class)
                .hasMessage("the rows that its query reads could not be read: IOException: Input/output error.");
    }

    @Test
    void a_source_that_cannot_be_opened_says_why() {
        RowSource closed = new RowSource() {
            @Override
            public List<Column> columns() {
                return List.of(new Column("n", "BIGINT"));
            }

            @Override
            public Cursor open() throws IOException {
                throw new java.nio.file.NoSuchFileException("datasets/ventas.csv");
            }
        };

        assertThatThrownBy(() -> lines(Relation.of(closed)))
                .hasMessage("the rows that its query reads could not be read: NoSuchFileException: "
                        + "datasets/ventas.csv.");
    }

    @Test
    void an_error_in_a_source_is_told_too_and_does_not_end_the_process() {
        RowSource breaks = source(List.of(new Column("n", "BIGINT")), n -> {
            throw new AssertionError("an assert in a reader");
        });

        assertThatThrownBy(() -> lines(Relation.of(breaks))).hasMessageContaining("an assert in a reader");
        assertThat(open.get()).isZero();
    }

    @Test
    void a_value_of_another_type_than_its_column_fails_and_changes_nothing_silently() {
        RowSource wrong = source(List.of(new Column("n", "BIGINT")), n -> n < 1 ? new Object[] {"siete"} : null);

        assertThatThrownBy(() -> lines(Relation.of(wrong))).hasMessageContaining("String");
    }

    @Test
    void two_sources_of_one_query_are_not_mixed_up() {
        Relation both = Relation.with("a", Relation.of(numbers(3)))
                .with("b", Relation.of(numbers(5)))
                .sql("select (select count(*) from a), (select count(*) from b)");

        assertThat(lines(both)).containsExactly("3,5");
    }

    @Test
    void a_row_source_with_an_odd_column_name_keeps_it() {
        List<Column> columns = new ArrayList<>(
                Arrays.asList(new Column("precio \"neto\"", "DECIMAL(18,2)"), new Column("select", "VARCHAR")));
        RowSource odd = source(columns, n -> n < 1 ? new Object[] {new BigDecimal("1.5"), "x"} : null);

        assertThat(orquesta.testkit.TestKit.rows(Relation.of(odd)).get(0).keySet())
                .containsExactly("precio \"neto\"", "select");
    }
}
