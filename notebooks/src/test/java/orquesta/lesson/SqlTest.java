package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.text.Language;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

class SqlTest {
    private final Sandbox sandbox = Sandbox.open();
    private final Sql sql = sandbox.sql();

    @AfterEach
    void close() {
        sandbox.close();
        System.clearProperty("orquesta.lang");
    }

    @Test
    void reads_files_of_the_data_by_their_names_and_several_by_one_pattern() {
        assertThat(sql.show("select count(*) as n from 'tiendas/*.csv'").getString(0, "n"))
                .isEqualTo(
                        sql.show("select sum(n) as n from (select count(*) as n from 'tiendas/*.csv' group by tienda)")
                                .getString(0, "n"));
        assertThat(sql.show("from 'catalogo.parquet'").columnNames())
                .containsExactly("producto", "categoria_norm", "impuesto");
    }

    @Test
    void shows_every_type_and_exact_sums_as_people_of_the_language_write_them() {
        System.setProperty("orquesta.lang", "es");
        Table shown = sql.show("""
                select 1234567 as entero, sum(n) as suma, 0.19::decimal(5, 4) as tasa, 1.5e0 as doble,
                    date '2025-01-03' as dia, true as si, null::integer as nada, [1, 2] as lista, 7 as entero
                from (values (9000000), (1)) as t(n)
                """);

        assertThat(shown.getString(0, "entero")).isEqualTo("1.234.567");
        assertThat(shown.getString(0, "suma")).isEqualTo("9.000.001");
        assertThat(shown.getString(0, "tasa")).isEqualTo("0,19");
        assertThat(shown.getString(0, "doble")).isEqualTo("1,50");
        assertThat(shown.getString(0, "dia")).isEqualTo("2025-01-03");
        assertThat(shown.getString(0, "si")).isEqualTo("true");
        assertThat(shown.column("nada").isMissing(0)).isTrue();
        assertThat(shown.getString(0, "lista")).isEqualTo("[1, 2]");
        assertThat(shown.getString(0, "entero_1")).isEqualTo("7");
        assertThat(shown.name()).isEqualTo("resultado");
    }

    @Test
    void writes_files_that_the_next_query_finds_and_says_how_many_rows() {
        Path copy = sandbox.folder("archivos").resolve("temuco.parquet");

        assertThat(sql.run("copy (from 'tiendas/temuco.csv') to '" + copy + "' (format parquet)"))
                .isEqualTo(257);
        assertThat(sql.show("select count(*) as n from 'temuco.parquet'").getString(0, "n"))
                .isEqualTo("257");
    }

    @Test
    void a_refused_query_is_told_in_duckdbs_words_with_the_line_of_the_query() {
        assertThatThrownBy(() -> sql.show("select\n    prcio\nfrom 'tiendas/temuco.csv'"))
                .isInstanceOfSatisfying(UserException.class, refused -> {
                    assertThat(refused.problems().get(0).in(Language.EN))
                            .contains("DuckDB says: Binder Error", "prcio", "precio", "LINE 2", "Mend the query")
                            .doesNotContain("at org.duckdb");
                    assertThat(refused.problems().get(0).in(Language.ES))
                            .contains("DuckDB dice:", "Corrige la consulta");
                });
    }

    @Test
    void asks_for_one_value_or_the_number_of_rows() {
        assertThat(sql.value("select 'a', 7::bigint")).isEqualTo(7L);
        assertThat(sql.value("select 7 where false")).isNull();
        assertThat(sql.value("select null")).isNull();
        assertThat(sql.rows("from 'tiendas/temuco.csv'")).isEqualTo(257);
    }

    @Test
    void a_query_that_is_not_written_yet_is_no_mistake() {
        assertThat(sql.show(" \n ").columnCount()).isZero();
        assertThat(sql.value("")).isNull();
        assertThat(sql.rows("\t")).isNull();
    }

    @Test
    void the_answer_to_an_exercise_is_its_file_unless_nothing_is_written_in_it(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("e06.sql");
        assertThat(Sql.written(file)).isEmpty();

        Files.writeString(file, "-- write below\n\n  -- here\n");
        assertThat(Sql.written(file)).isEmpty();

        Files.writeString(file, "-- write below\nselect 1\n");
        assertThat(sql.value(Sql.written(file))).isEqualTo(1);
        assertThat(sql.answer("E99")).isEmpty();
    }

    @Test
    void a_table_comes_back_from_parquet_as_it_was() throws Exception {
        Table temuco = Table.read().csv(sandbox.data("tiendas/temuco.csv").toFile());
        Path file = sandbox.folder("archivos").resolve("temuco.parquet");

        Parquet.write(temuco, file);
        Table back = Parquet.read(file);

        assertThat(Files.readAllBytes(file)).startsWith("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(back.types()).isEqualTo(temuco.types());
        assertThat(back.print(300)).isEqualTo(temuco.setName("temuco.parquet").print(300));
        assertThatThrownBy(() -> Parquet.read(file.resolveSibling("otro.parquet")))
                .isInstanceOfSatisfying(UserException.class, none -> {
                    assertThat(none.problems().get(0).in(Language.EN)).contains("otro.parquet; run first the cell");
                    assertThat(none.problems().get(0).in(Language.ES)).contains("no existe el archivo");
                });
    }
}
