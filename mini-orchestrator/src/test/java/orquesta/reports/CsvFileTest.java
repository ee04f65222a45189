package orquesta.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.relation.Duck;

class CsvFileTest {
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

    private String csv(Relation relation) throws Exception {
        Path file = folder.resolve("out.csv");
        CsvFile.write(duck, relation, file);
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void it_is_utf_8_without_bom_with_commas_line_feeds_and_exact_decimals() throws Exception {
        Relation resumen = Relation.rows(
                "categoria_norm, total_ventas decimal(38,2), n_items bigint, precio_promedio decimal(38,2)",
                "'té y ñandú 🦙', 1990, 2, 0.5",
                "'hogar', -0.01, 0, 123456789012345678901234.99");

        assertThat(csv(resumen))
                .isEqualTo("categoria_norm,total_ventas,n_items,precio_promedio\n"
                        + "té y ñandú 🦙,1990.00,2,0.50\n"
                        + "hogar,-0.01,0,123456789012345678901234.99\n");
    }

    @Test
    void quotes_stand_only_where_they_are_needed() throws Exception {
        Relation texts = Relation.rows(
                "t, u",
                "'plain', 'a,b'",
                "'with \"quotes\"', 'semi;colon'",
                "e'line\\nbreak', e'return\\rhere'",
                "' spaces ', 'it''s'",
                "'\"', ','");

        assertThat(csv(texts.select("t, u as \"a,b\"")))
                .isEqualTo("t,\"a,b\"\n"
                        + "plain,\"a,b\"\n"
                        + "\"with \"\"quotes\"\"\",semi;colon\n"
                        + "\"line\nbreak\",\"return\rhere\"\n"
                        + " spaces ,it's\n"
                        + "\"\"\"\",\",\"\n");
    }

    @Test
    void what_duckdb_would_quote_or_take_for_its_delimiter_comes_as_it_is() throws Exception {
        assertThat(csv(Relation.rows("t", "'#1'", "chr(1)", "'null'", "e'\\\\N'")
                        .select("t as \"#\u0001\"")))
                .isEqualTo("#\u0001\n#1\n\u0001\nnull\n\\N\n");
    }

    @Test
    void null_and_empty_text_are_both_nothing_so_no_reader_takes_quotes_for_a_value() throws Exception {
        assertThat(csv(Relation.rows("a, b, c", "null, '', 'x'", "'x', null, ''")))
                .isEqualTo("a,b,c\n,,x\nx,,\n");
    }

    @Test
    void dates_times_and_truths_are_written_as_iso_and_words() throws Exception {
        assertThat(csv(Relation.rows("d date, t timestamp, b boolean", "'2025-12-31', '2025-12-31 23:59:59', true")))
                .isEqualTo("d,t,b\n2025-12-31,2025-12-31 23:59:59,true\n");
    }

    @Test
    void a_table_without_rows_is_its_header() throws Exception {
        assertThat(csv(Relation.rows("a, b"))).isEqualTo("a,b\n");
    }

    @Test
    void the_order_of_the_query_is_the_order_of_the_file() throws Exception {
        Relation ordered =
                Relation.rows("x", "1").select("unnest(range(5000)) as n").where("true order by n desc");

        String[] lines = csv(ordered).split("\n");

        assertThat(lines).hasSize(5001).startsWith("n", "4999", "4998").endsWith("1", "0");
    }
}
