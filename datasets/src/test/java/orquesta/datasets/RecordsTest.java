package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Column;
import orquesta.asset.RowSource;
import orquesta.text.Language;
import orquesta.text.UserException;

class RecordsTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_is_its_line_whether_it_is_legible_and_the_wanted_columns_as_they_came() throws IOException {
        write("id,precio,nota\n7, $ 1.990 ,x\n007,,\"a, \"\"b\"\"\"\n");

        assertThat(read("nota", "precio"))
                .containsExactly(row(2, true, "x", " $ 1.990 "), row(3, true, "a, \"b\"", ""));
        assertThat(records("nota", "precio").columns())
                .containsExactly(
                        new Column("line", "BIGINT"),
                        new Column("legible", "BOOLEAN"),
                        new Column("nota", "VARCHAR"),
                        new Column("precio", "VARCHAR"));
    }

    @Test
    void the_header_is_known_by_its_names_without_blanks_and_capitals_in_any_order() throws IOException {
        write("\u00a0PRECIO\u202f,\tId ,otra\n1990,a,\n");

        assertThat(read("id", "precio")).containsExactly(row(2, true, "a", "1990"));
    }

    @Test
    void line_ends_may_be_mixed_and_the_last_may_be_missing() throws IOException {
        write("a,b\r\n1,2\n3,4\r\n5,6");

        assertThat(read("a", "b"))
                .containsExactly(row(2, true, "1", "2"), row(3, true, "3", "4"), row(4, true, "5", "6"));
    }

    @Test
    void a_lone_carriage_return_is_text() throws IOException {
        write("a,b\n1\r,\"2\r3\"\n\r\n\ud83d\ude00\r,\ud800\udc00\n4,5\r");

        assertThat(read("a", "b"))
                .containsExactly(
                        row(2, true, "1\r", "2\r3"),
                        row(4, true, "\ud83d\ude00\r", "\ud800\udc00"),
                        row(5, true, "4", "5\r"));
        write("a,b\n\r\r\n1,2\n");
        assertThat(read("a", "b")).containsExactly(row(2, false, null, null), row(3, true, "1", "2"));
    }

    @Test
    void empty_lines_are_no_rows_and_lines_of_blanks_are_illegible_ones() throws IOException {
        write("\n\r\na,b\n\n1,2\n  \n\r\n\t\u00a0\n3,4\n\n");

        assertThat(read("a", "b"))
                .containsExactly(
                        row(5, true, "1", "2"),
                        row(6, false, null, null),
                        row(8, false, null, null),
                        row(9, true, "3", "4"));
    }

    @Test
    void rows_with_more_or_fewer_fields_are_illegible_and_shift_nothing() throws IOException {
        write("a,b,c\n1,12,5,x\n1,2\n1,2,\n,,\n\"\"\n");

        assertThat(read("a", "c"))
                .containsExactly(
                        row(2, false, null, null),
                        row(3, false, null, null),
                        row(4, true, "1", ""),
                        row(5, true, "", ""),
                        row(6, false, null, null));
    }

    @Test
    void line_breaks_inside_quotes_belong_to_the_field_and_count_as_lines() throws IOException {
        write("a,b\n\"1\r\n\n2\",x\n3,4\n");

        assertThat(read("a", "b")).containsExactly(row(2, true, "1\r\n\n2", "x"), row(5, true, "3", "4"));
    }

    @Test
    void a_quote_inside_a_field_without_quotes_stands_for_itself() throws IOException {
        write("a,b\nMonitor 24\", \"x\"\n");

        assertThat(read("a", "b")).containsExactly(row(2, true, "Monitor 24\"", " \"x\""));
    }

    @Test
    void the_delimiter_is_the_one_that_cuts_the_header_into_more_fields() throws IOException {
        write("a;b;c,d\n1,5;2;3\n");
        assertThat(read("a", "b", "c,d")).containsExactly(row(2, true, "1,5", "2", "3"));

        write("a;b,c\n1,2\n");
        assertThat(read("c")).containsExactly(row(2, true, "2"));

        write("\"a\";\"b, c\"\n1;2\n");
        assertThat(read("a", "b, c")).containsExactly(row(2, true, "1", "2"));
    }

    @Test
    void a_byte_order_mark_is_dropped_also_before_a_quote() throws IOException {
        write("\ufeff\"a\",b\n1,2\n");

        assertThat(read("a", "b")).containsExactly(row(2, true, "1", "2"));
    }

    @Test
    void a_file_that_is_not_valid_utf_8_is_latin_1_as_a_whole() throws IOException {
        write("a,b\nÑuñoa,é\n", StandardCharsets.ISO_8859_1);
        assertThat(read("a", "b")).containsExactly(row(2, true, "Ñuñoa", "é"));

        Files.write(file(), new byte[] {'a', '\n', (byte) 0xC3, (byte) 0xB1, '\n', (byte) 0xF1, '\n'});
        assertThat(read("a")).containsExactly(row(2, true, "Ã±"), row(3, true, "ñ"));
    }

    @Test
    void a_header_alone_has_no_rows() throws IOException {
        write("a,b");

        assertThat(read("a")).isEmpty();
    }

    @Test
    void rows_before_a_defect_are_given_before_it_is_said() throws IOException {
        write("a,b\n1,2\n\"3,4\n");
        try (RowSource.Cursor cursor = records("a").open()) {
            assertThat(cursor.next()).containsExactly(2L, true, "1");
            assertThatThrownBy(cursor::next).isInstanceOf(UserException.class);
        }
    }

    @Test
    void missing_columns_are_all_named_beside_those_found() throws IOException {
        write(" Fecha ,valor\n");

        fails(
                "ventas.csv: the header lacks precio, cantidad; it has: fecha, valor.",
                "al encabezado le falta precio, cantidad; tiene: fecha, valor.",
                "fecha",
                "precio",
                "cantidad");
    }

    @Test
    void names_that_are_no_names_are_cut_short() throws IOException {
        write("\u0001\u0002" + "x".repeat(100) + ",b".repeat(50) + "\n");

        assertThatThrownBy(() -> read("precio"))
                .hasMessageContaining("??" + "x".repeat(38) + "…, b, b")
                .hasMessageEndingWith("Rename or add what is missing.")
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void a_wanted_column_that_is_there_twice_is_an_error_and_another_is_not() throws IOException {
        write("a,nota, A ,nota\n1,2,3,4\n");

        fails("the header has a more than once: a, nota, a, nota.", "el encabezado tiene a más de una vez", "a");
    }

    @Test
    void a_quote_that_is_never_closed_is_named_by_the_line_where_it_opens() throws IOException {
        write("a,b\n1,2\n\"3\n\n\",\"4\n5,6\n");

        fails(
                "the quote that opens a field on line 5 is never closed",
                "la comilla que abre un campo en la línea 5 nunca se cierra",
                "a");
    }

    @Test
    void text_after_a_closing_quote_is_named_by_the_line_where_the_quote_opens() throws IOException {
        write("a,b\n1,2\n3,\"4\n4\"x\n");

        fails(
                "the quoted field that opens on line 3 goes on after its closing quote",
                "el campo entre comillas que se abre en la línea 3 sigue",
                "a");
    }

    @Test
    void a_defect_of_the_header_is_named_too() throws IOException {
        write("a,\"b\"x\n1,2\n");

        fails("opens on line 1 goes on after", "en la línea 1 sigue", "a");
    }

    @Test
    void a_nul_byte_is_named_by_its_line() throws IOException {
        write("a,b\n1,2\n3\0,4\n");

        fails("line 3 holds a NUL byte", "la línea 3 contiene un byte NUL", "a");
    }

    @Test
    void utf_16_and_empty_files_and_files_that_are_not_there_are_sentences() throws IOException {
        write("\ufeffa,b\n", StandardCharsets.UTF_16BE);
        fails("the file is UTF-16", "el archivo está en UTF-16", "a");
        write("\ufeffa,b\n", StandardCharsets.UTF_16LE);
        fails("the file is UTF-16", "el archivo está en UTF-16", "a");
        write("");
        fails("the file is empty", "el archivo está vacío", "a");
        write("\ufeff\n\r\n");
        fails("the file is empty", "el archivo está vacío", "a");
        Files.move(file(), folder.resolve("venta.csv"));
        fails("the nearest is venta.csv. Files: venta.csv.", "el más parecido es venta.csv", "a");
    }

    private void fails(String english, String spanish, String... columns) {
        assertThatThrownBy(() -> read(columns)).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e.problems().get(0).in(Language.EN))
                    .startsWith("ventas.csv: ")
                    .contains(english);
            assertThat(e.problems().get(0).in(Language.ES))
                    .startsWith("ventas.csv: ")
                    .contains(spanish);
        });
    }

    private static List<@Nullable Object> row(long line, boolean legible, @Nullable String... values) {
        List<@Nullable Object> row = new ArrayList<>(List.of(line, legible));
        row.addAll(Arrays.asList(values));
        return row;
    }

    private Path file() {
        return folder.resolve("ventas.csv");
    }

    private void write(String text) throws IOException {
        write(text, StandardCharsets.UTF_8);
    }

    private void write(String text, Charset charset) throws IOException {
        Files.write(file(), text.getBytes(charset));
    }

    private Records records(String... columns) {
        return new Records(new FileFormats(), file(), List.of(columns));
    }

    private List<List<@Nullable Object>> read(String... columns) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (RowSource.Cursor cursor = records(columns).open()) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(new ArrayList<>(Arrays.asList(row)));
            }
        }
        assertThat(RowCount.of(file())).as("the second reader").isEqualTo(rows.size());
        return rows;
    }
}
