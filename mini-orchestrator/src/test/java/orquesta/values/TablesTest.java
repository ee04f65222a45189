package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.text.UserException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

@Tag("once")
class TablesTest {
    @TempDir
    Path folder;

    private Stored stored;

    @BeforeEach
    void open() {
        stored = new Stored(folder);
    }

    @AfterEach
    void close() {
        stored.close();
    }

    private Table table(Relation relation) {
        return (Table) stored.storage().table(relation, Table.class);
    }

    @Test
    void exact_numbers_are_text_digit_by_digit() throws Exception {
        Relation money = Relation.rows("precio decimal(18,2), h hugeint", "123456789.99, 9223372036854775808");

        Table read = (Table) stored.readAs(stored.write(money), Table.class);

        assertThat(read.column("precio").type()).isEqualTo(ColumnType.STRING);
        assertThat(read.column("precio").get(0)).isEqualTo("123456789.99");
        assertThat(read.column("h").get(0)).isEqualTo("9223372036854775808");
    }

    @Test
    void sums_of_integers_can_be_looked_at() {
        assertThat(table(Relation.rows("n integer", "1", "2").select("sum(n) as s"))
                        .get(0, 0))
                .isEqualTo("3");
    }

    @Test
    void all_types_come_back_as_they_were() throws Exception {
        Relation all = Relation.rows(
                "i integer, l bigint, d double, f float, b boolean, t, dia date, cuando timestamp",
                "1, 3000000000, 0.1, 0.5, true, 'ñ', '2025-12-31', '2025-12-31 23:59:59.123'",
                "null, null, null, null, null, null, null, null");
        Table table = table(all);

        Materialization value = stored.write(table, Table.class);

        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.dateColumn("dia").get(0)).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(table.dateTimeColumn("cuando").get(0)).isEqualTo(LocalDateTime.parse("2025-12-31T23:59:59.123"));
        assertThat(stored.lines(value))
                .containsExactly(
                        "1,3000000000,0.1,0.5,true,ñ,2025-12-31,2025-12-31T23:59:59.123",
                        "null,null,null,null,null,null,null,null");
    }

    @Test
    void a_column_of_floats_is_refused() {
        Table table = Table.create("t", FloatColumn.create("precio", new float[] {123456789.99f}));

        assertThatThrownBy(() -> stored.write(table, Table.class))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("\"precio\"");
    }

    @Test
    void an_empty_table_keeps_its_columns() throws Exception {
        Table table = table(Relation.rows("n integer, t"));

        Materialization value = stored.write(table, Table.class);

        assertThat(value.contents().rows()).isZero();
        assertThat(value.contents().columns()).hasSize(2);
    }
}
