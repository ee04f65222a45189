package ventas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.Relation;
import orquesta.testkit.TestKit;

class ReglasTest {
    private static final LocalDate HOY = LocalDate.of(2025, 6, 15);

    /** What the rules make of one row: the rule, then the columns that are asked for. */
    private static String juzgar(String fila, String columnas) {
        Relation filas = Relation.rows(
                "line bigint, legible boolean, id_venta varchar, fecha varchar, producto varchar, precio varchar, cantidad varchar",
                fila);
        return TestKit.lines(Reglas.aplicar(filas, HOY).select(columnas)).get(0);
    }

    private static String precio(String texto) {
        String literal = texto.replace("'", "''");
        return juzgar("1, true, 'a', '2025-01-02', 'Té', '" + literal + "', '1'", "precio, regla");
    }

    private static String cantidad(String texto) {
        return juzgar("1, true, 'a', '2025-01-02', 'Té', '1', '" + texto + "'", "cantidad, regla");
    }

    private static String fecha(String texto) {
        return juzgar("1, true, 'a', '" + texto + "', 'Té', '1', '1'", "fecha, regla");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1990|1990.00",
                "1.990|1990.00",
                "1.990,50|1990.50",
                "12.5|12.50",
                "12,5|12.50",
                " $ 1.990 |1990.00",
                "1.990 CLP|1990.00",
                "clp1.990$|1990.00",
                "$$5|5.00",
                "+5|5.00",
                "999999999999|999999999999.00",
                "123.456.789.012,99|123456789012.99",
                "\u00a01990\u202f|1990.00",
                "$\u00a05|5.00",
                "0000000000.5|0.50"
            })
    void reads_prices_as_people_write_them(String texto, String valor) {
        assertThat(precio(texto)).isEqualTo(valor + ",null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,990",
                "0.500",
                "1234.567",
                "1 990",
                "1e3",
                "1.990.5",
                "-$5",
                "１９９０",
                "$$$5",
                "1.990,505",
                "s/p",
                "1234567890123",
                "- 5",
                "5.",
                ",5"
            })
    void refuses_prices_that_could_be_read_in_two_ways_or_not_at_all(String texto) {
        assertThat(precio(texto)).isEqualTo("null,precio_ilegible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "$", "CLP", "$ clp", "\u00a0"})
    void takes_a_price_of_which_nothing_is_left_for_none(String texto) {
        assertThat(precio(texto)).isEqualTo("null,precio_nulo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3|3", "3.0|3", "3,00|3", "1.000|1000", "+7|7", "999999999|999999999", "1.000,0|1000"})
    void reads_whole_quantities(String texto, String valor) {
        assertThat(cantidad(texto)).isEqualTo(valor + ",null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.5|cantidad_ilegible",
                "3,000|cantidad_ilegible",
                "$3|cantidad_ilegible",
                "1234567890|cantidad_ilegible",
                "tres|cantidad_ilegible",
                "''|cantidad_nula"
            })
    void refuses_what_is_no_whole_quantity(String texto, String regla) {
        assertThat(cantidad(texto)).isEqualTo("null," + regla);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31,2025-01-31",
        "31-01-2025,2025-01-31",
        "31/01/2025,2025-01-31",
        "2000-01-01,2000-01-01",
        "' 2025-06-15 ',2025-06-15",
        "29-02-2024,2024-02-29"
    })
    void reads_three_forms_of_a_day(String texto, String dia) {
        assertThat(fecha(texto)).isEqualTo(dia + ",null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-02-2025",
                "1-2-2025",
                "01-02-25",
                "2025/01/02",
                "01-02/2025",
                "1999-12-31",
                "01.02.2025",
                "",
                "2025-13-01",
                "29-02-2025"
            })
    void refuses_days_that_do_not_exist_or_are_written_otherwise(String texto) {
        assertThat(fecha(texto)).isEqualTo("null,fecha_ilegible");
    }

    @Test
    void refuses_a_day_after_that_of_the_run() {
        assertThat(fecha("2025-06-16")).isEqualTo("2025-06-16,fecha_futura");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|1", "-5|1", "5|0", "5|-1"})
    void refuses_totals_that_are_not_positive(String precio, String cantidad) {
        String fila = "1, true, 'a', '2025-01-02', 'Té', '" + precio + "', '" + cantidad + "'";

        assertThat(juzgar(fila, "regla")).isEqualTo("total_no_positivo");
    }

    @Test
    void the_first_rule_that_a_row_breaks_is_its_only_one() {
        assertThat(juzgar("1, false, null, null, null, null, null", "regla")).isEqualTo("fila_ilegible");
        assertThat(juzgar("1, true, '', 'x', 'Té', '', ''", "regla")).isEqualTo("precio_nulo");
        assertThat(juzgar("1, true, '', 'x', 'Té', '5', 'x'", "regla")).isEqualTo("cantidad_ilegible");
        assertThat(juzgar("1, true, '', '2999-01-01', 'Té', '0', '1'", "regla")).isEqualTo("fecha_futura");
        assertThat(juzgar("1, true, '', '2025-01-01', 'Té', '1', '1'", "regla")).isEqualTo("id_nulo");
    }

    @Test
    void an_id_is_used_up_by_the_first_row_that_is_accepted_only() {
        Relation filas = Relation.rows(
                "line bigint, legible boolean, id_venta varchar, fecha varchar, producto varchar, precio varchar, cantidad varchar",
                "2, true, '7', '2025-01-01', 'Té', 'x', '1'",
                "3, true, ' 7 ', '2025-01-01', 'Té', '1', '1'",
                "4, true, '7', '2025-01-01', 'Té', '2', '1'",
                "5, true, '007', '2025-01-01', 'Té', '3', '1'",
                "6, true, 'a1', '2025-01-01', 'Té', '4', '1'",
                "7, true, 'A1', '2025-01-01', 'Té', '5', '1'");

        assertThat(TestKit.lines(Reglas.aplicar(filas, HOY).select("linea, regla")))
                .containsExactly("2,precio_ilegible", "3,null", "4,id_repetido", "5,null", "6,null", "7,null");
    }

    @Test
    void names_of_products_become_keys_and_the_text_stays_as_it_came() {
        String fila = "1, true, 'a', '2025-01-02', '  TÉ\u00a0 Verde ', '1', '1'";

        assertThat(juzgar(fila, "producto, producto_texto")).isEqualTo("te verde,  TÉ\u00a0 Verde ");
    }

    @Test
    void every_rule_of_the_page_is_there() {
        List<String> reglas = List.of(
                "fila_ilegible",
                "precio_nulo",
                "precio_ilegible",
                "cantidad_nula",
                "cantidad_ilegible",
                "fecha_ilegible",
                "fecha_futura",
                "total_no_positivo",
                "id_nulo",
                "id_repetido");

        assertThat(Reglas.aplicar(Relation.rows("line"), HOY).toString()).contains(reglas);
    }
}
