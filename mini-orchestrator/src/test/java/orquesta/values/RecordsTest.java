package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.values.Stored.listOf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.text.UserException;

class RecordsTest {
    enum Regla {
        PRECIO_NULO,
        FECHA_FUTURA {
            @Override
            public String toString() {
                return "a date in the future";
            }
        }
    }

    record Venta(String id, LocalDate fecha, BigDecimal precioTotal, int cantidad, Regla regla) {}

    record Todo(
            Long l,
            Boolean b,
            Double d,
            Integer i,
            Short s,
            Float f,
            LocalDateTime cuando,
            boolean si,
            long n,
            double x) {}

    record Precio(BigDecimal precio) {}

    record Entero(int n) {}

    record Largo(long n) {}

    record Corto(Short n) {}

    record Grande(BigDecimal precio) {}

    record Lista(List<String> valores) {}

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

    private Object roundTrip(List<?> records, Class<?> type) throws Exception {
        return stored.readAs(stored.write(records, listOf(type)), listOf(type));
    }

    @Test
    void records_come_back_equal_with_dates_enums_and_nulls() throws Exception {
        List<Venta> ventas = Arrays.asList(
                new Venta("ñ 🦙, \"x\"\n", LocalDate.of(2025, 12, 31), new BigDecimal("1990.50"), 3, Regla.PRECIO_NULO),
                new Venta("", LocalDate.of(2999, 1, 1), new BigDecimal("-0.01"), -1, Regla.FECHA_FUTURA),
                new Venta(null, null, null, 0, null));

        assertThat(roundTrip(ventas, Venta.class)).isEqualTo(ventas);
    }

    @Test
    void every_type_that_a_component_may_have_comes_back() throws Exception {
        List<Todo> all = List.of(
                new Todo(
                        Long.MIN_VALUE,
                        true,
                        0.1,
                        Integer.MAX_VALUE,
                        Short.MIN_VALUE,
                        0.1f,
                        LocalDateTime.of(2025, 2, 28, 23, 59, 59, 123_456_000),
                        true,
                        Long.MAX_VALUE,
                        Double.MIN_VALUE),
                new Todo(null, null, null, null, null, null, null, false, 0, -0.0));

        assertThat(roundTrip(all, Todo.class)).isEqualTo(all);
    }

    @Test
    void a_component_in_camel_case_is_a_column_in_snake_case() throws Exception {
        Materialization value = stored.write(
                List.of(new Venta("1", LocalDate.of(2025, 1, 2), new BigDecimal("5"), 1, Regla.PRECIO_NULO)),
                listOf(Venta.class));

        assertThat(value.contents().columns())
                .containsExactly(
                        new Column("id", "VARCHAR"),
                        new Column("fecha", "DATE"),
                        new Column("precio_total", "DECIMAL(38,0)"),
                        new Column("cantidad", "INTEGER"),
                        new Column("regla", "VARCHAR"));
        assertThat(stored.lines(value)).containsExactly("1,2025-01-02,5,1,PRECIO_NULO");
    }

    @Test
    void decimals_of_mixed_scales_are_all_exact() throws Exception {
        List<Precio> precios = List.of(
                new Precio(new BigDecimal("1990")),
                new Precio(new BigDecimal("0.0001")),
                new Precio(new BigDecimal("12.50")),
                new Precio(new BigDecimal("1E+3")));

        Materialization value = stored.write(precios, listOf(Precio.class));

        assertThat(stored.lines(value)).containsExactly("1990.0000", "0.0001", "12.5000", "1000.0000");
        @SuppressWarnings("unchecked")
        List<Precio> back = (List<Precio>) stored.readAs(value, listOf(Precio.class));
        for (int i = 0; i < precios.size(); i++) {
            assertThat(back.get(i).precio()).isEqualByComparingTo(precios.get(i).precio());
        }
    }

    @Test
    void a_decimal_that_no_column_can_hold_is_an_error_and_never_rounded() {
        List<Precio> precios = List.of(
                new Precio(new BigDecimal("0." + "0".repeat(29) + "1")), new Precio(new BigDecimal("1234567890")));

        assertThatThrownBy(() -> stored.write(precios, listOf(Precio.class))).isInstanceOf(UserException.class);
    }

    @Test
    void an_empty_list_keeps_its_columns() throws Exception {
        Materialization value = stored.write(List.of(), listOf(Venta.class));

        assertThat(value.contents().rows()).isZero();
        assertThat(value.contents().columns())
                .extracting(Column::name)
                .containsExactly("id", "fecha", "precio_total", "cantidad", "regla");
        assertThat(stored.readAs(value, listOf(Venta.class))).isEqualTo(List.of());
    }

    @Test
    void a_relation_is_read_as_records_by_name_whatever_the_order_of_its_columns() throws Exception {
        Materialization value = stored.write(Relation.rows(
                "regla, extra, cantidad bigint, precio_total decimal(18,2), fecha date, id",
                "'FECHA_FUTURA', 'x', 2, 10.5, '2025-01-02', 'a'"));

        assertThat(stored.readAs(value, listOf(Venta.class)))
                .isEqualTo(List.of(
                        new Venta("a", LocalDate.of(2025, 1, 2), new BigDecimal("10.50"), 2, Regla.FECHA_FUTURA)));
    }

    @Test
    void a_missing_column_is_an_error_that_lists_what_there_is() throws Exception {
        Materialization value = stored.write(Relation.rows("id, precio", "'a', 1"));

        assertThatThrownBy(() -> stored.readAs(value, listOf(Venta.class)))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "Venta: there is no column \"fecha\" to fill the record; rename the component or the column. Columns: id, precio.");
    }

    @Test
    void null_for_a_primitive_is_an_error_with_the_remedy() throws Exception {
        Materialization value = stored.write(Relation.rows("n integer", "null"));

        assertThatThrownBy(() -> stored.readAs(value, listOf(Entero.class)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(
                        "Entero: the column of n holds null, which int cannot; declare n with the class of that type");
    }

    @Test
    void a_text_that_is_no_constant_of_the_enum_is_an_error() throws Exception {
        Materialization value = stored.write(Relation.rows(
                "id, fecha date, precio_total decimal(18,2), cantidad integer, regla",
                "'a', '2025-01-02', 1, 1, 'precio_nulo'"));

        assertThatThrownBy(() -> stored.readAs(value, listOf(Venta.class)))
                .hasMessage(
                        "Venta: the column of regla holds \"precio_nulo\", which is none of the constants of its enum;"
                                + " add it to the enum, filter those rows out, or declare regla as String.");
    }

    @Test
    void a_component_that_no_column_can_hold_is_an_error_that_lists_the_types() {
        assertThatThrownBy(() -> stored.write(List.of(new Lista(List.of("a"))), listOf(Lista.class)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(
                        "Lista: the component valores has the type List, which no column can hold. Types:");
    }

    @Test
    void numbers_that_do_not_fit_into_a_component_are_an_error_and_never_cut() throws Exception {
        for (String number : List.of("3000000000::bigint", "2.5::double", "2.5::decimal(18,2)", "'1e30'::double")) {
            Materialization value = stored.write(Relation.rows("n", number));

            assertThatThrownBy(() -> stored.readAs(value, listOf(Entero.class)), number)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("Entero")
                    .hasMessageContaining("n");
        }
        Materialization big = stored.write(Relation.rows("n hugeint", "9223372036854775808"));
        assertThatThrownBy(() -> stored.readAs(big, listOf(Largo.class))).isInstanceOf(UserException.class);
        Materialization tooLong = stored.write(Relation.rows("n integer", "70000"));
        assertThatThrownBy(() -> stored.readAs(tooLong, listOf(Corto.class))).isInstanceOf(UserException.class);
    }

    @Test
    void numbers_that_fit_are_read_whatever_the_type_of_their_column() throws Exception {
        for (String number : List.of("3::bigint", "3::hugeint", "3.0::double", "3.00::decimal(18,2)", "3::tinyint")) {
            Materialization value = stored.write(Relation.rows("n", number));

            assertThat(stored.readAs(value, listOf(Entero.class))).isEqualTo(List.of(new Entero(3)));
        }
    }

    @Test
    void exact_numbers_are_read_from_integers_too() throws Exception {
        Materialization value = stored.write(Relation.rows("precio hugeint", "99999999999999999999999999999999999999"));

        assertThat(stored.readAs(value, listOf(Grande.class)))
                .isEqualTo(List.of(new Grande(new BigDecimal("99999999999999999999999999999999999999"))));
    }
}
