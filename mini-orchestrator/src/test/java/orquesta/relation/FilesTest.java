package orquesta.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.problem;
import static orquesta.testkit.TestKit.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.Relation;
import orquesta.testkit.TestKit;

/** Relations over files. */
class FilesTest {
    @TempDir
    Path folder;

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private Relation csv(String path, String... options) {
        return Relation.csv(path, options).from(folder);
    }

    @Test
    void a_csv_has_the_columns_and_types_that_duckdb_finds() throws IOException {
        file("vuelos.csv", "dia,tramo,km\n2013-01-01,\"SCL, LIM\",2454.5\n2013-01-02,ñandú,\n");

        assertThat(TestKit.rows(csv("vuelos.csv")).get(0).values())
                .containsExactly(java.time.LocalDate.of(2013, 1, 1), "SCL, LIM", 2454.5);
        assertThat(lines(csv("vuelos.csv"))).hasSize(2).last().isEqualTo("2013-01-02,ñandú,null");
    }

    @Test
    void options_are_those_of_duckdb() throws IOException {
        file("precios.csv", "te;1990\npan;NA\n");

        assertThat(lines(csv(
                        "precios.csv",
                        "header = false",
                        "delim = ';'",
                        "names = ['producto', 'precio']",
                        "nullstr = 'NA'",
                        "types = {'precio': 'decimal(18,2)'}")))
                .containsExactly("te,1990.00", "pan,null");
        assertThat(lines(csv("precios.csv", "delim=';'", "header=false", "all_varchar=true")))
                .containsExactly("te,1990", "pan,NA");
    }

    /** Written by pyarrow, which lets two columns have one name; DuckDB reads them as {@code total} and {@code total_1}. */
    private static final String TWICE =
            "UEFSMRUAFSwVLCwVBBUAFQYVBhwAAAACAAAABAEBAAAAAAAAAAIAAAAAAAAAFQAVLBUsLBUEFQAVBhUGHAAAAAIAAAAEAQMAAAAAAAAABAAAAAAAAAAVBBk8"
                    + "NQAYBnNjaGVtYRUEABUEJQIYBXRvdGFsABUEJQIYBXRvdGFsABYEGRwZLCYAHBUEGSUGABkYBXRvdGFsFQAWBBZSFlImCEkcFQAVABUCADwpBhkmAAQAAAAm"
                    + "ABwVBBklBgAZGAV0b3RhbBUAFgQWUhZSJlpJHBUAFQAVAgA8KQYZJgAEAAAAFqQBFgQmCBakAQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4x"
                    + "GSwcAAAcAAAAwQAAAFBBUjE=";

    @Test
    void two_columns_of_one_name_in_a_parquet_of_another_program_are_refused() throws IOException {
        Files.write(folder.resolve("ajeno.parquet"), Base64.getDecoder().decode(TWICE));

        assertThat(problem(() -> lines(Relation.parquet("ajeno.parquet").from(folder))))
                .contains("have the name \"total\"");
        assertThat(problem(() -> lines(Relation.parquet(folder.resolve("ajeno.parquet")))))
                .contains("have the name \"total\"");
    }

    @Test
    void a_pattern_reads_all_that_match() throws IOException {
        file("2026/enero.csv", "n\n1\n");
        file("2026/febrero.csv", "n\n2\n");
        file("2025/enero.csv", "n\n3\n");

        assertThat(lines(csv("2026/*.csv"))).containsExactlyInAnyOrder("1", "2");
        assertThat(lines(csv("**/enero.csv"))).containsExactlyInAnyOrder("1", "3");
        assertThat(lines(csv(folder + "/202?/enero.csv"))).containsExactlyInAnyOrder("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[b]", "it's", "50% *", "ñ o"})
    void signs_of_a_pattern_in_the_name_of_a_folder_or_of_a_file_that_is_there_mean_themselves(String name)
            throws IOException {
        file(name + "/uno.csv", "n\n1\n");
        file(name + "/" + name + ".csv", "n\n2\n");
        Path start = folder.resolve(name);

        assertThat(lines(Relation.csv("*.csv").from(start))).containsExactlyInAnyOrder("1", "2");
        assertThat(lines(Relation.csv("uno.csv").from(start))).containsExactly("1");
        assertThat(lines(Relation.csv(name + ".csv").from(start))).containsExactly("2");
    }

    @Test
    void json_and_parquet_are_read_the_same_way() throws IOException {
        file("pedidos.json", "{\"id\": 1, \"cliente\": {\"nombre\": \"Ana\"}}\n{\"id\": 2, \"cliente\": null}\n");
        try (Duck duck = new Duck(folder.resolve("tmp"))) {
            duck.parquet(Relation.rows("n, m decimal(18,2)", "1, 2.50"), folder.resolve("datos.parquet"));
        }

        assertThat(lines(Relation.json("pedidos.json").from(folder).select("id, cliente.nombre")))
                .containsExactly("1,Ana", "2,null");
        assertThat(lines(Relation.parquet("*.parquet").from(folder))).containsExactly("1,2.50");
        assertThat(lines(Relation.parquet(Path.of("datos.parquet")).from(folder)))
                .containsExactly("1,2.50");
    }

    @Test
    void a_query_needs_no_input_and_may_join_files() throws IOException {
        file("vuelos.csv", "linea,minutos\nLA,10\nLA,20\nH2,5\n");
        file("lineas.csv", "linea,nombre\nLA,LATAM\nH2,SKY\n");
        Relation joined = Relation.with("vuelos", Relation.csv("vuelos.csv"))
                .with("lineas", Relation.csv("lineas.csv"))
                .sql(
                        "select nombre, avg(minutos) as media from vuelos join lineas using (linea) group by all order by 1");

        assertThat(lines(Relation.sql("select 1 + 1 as dos"))).containsExactly("2");
        assertThat(lines(joined.from(folder))).containsExactly("LATAM,15.0", "SKY,5.0");
    }

    @Test
    void the_first_start_of_a_path_counts() throws IOException {
        file("a.csv", "n\n1\n");

        assertThat(lines(csv("a.csv").from(Path.of("/elsewhere")))).containsExactly("1");
    }

    @Test
    void a_file_that_is_not_there_is_told_with_its_place_and_the_nearest() throws IOException {
        file("flights.csv", "n\n1\n");

        assertThat(problem(() -> lines(csv("fligths.csv"))))
                .contains("there is no file " + folder.resolve("fligths.csv"), "did you mean \"flights.csv\"");
        assertThat(problem(() -> lines(csv("nowhere/x.csv"))))
                .contains(folder.resolve("nowhere/x.csv") + "; nothing in " + folder.resolve("nowhere")
                        + " ends in .csv");
    }

    @Test
    void a_pattern_that_nothing_matches_a_folder_and_an_address_are_told_as_what_they_are() throws IOException {
        file("datos/x.csv", "n\n1\n");

        assertThat(problem(() -> lines(csv("datos/*.tsv")))).contains("\"datos/*.tsv\"", folder.toString());
        assertThat(problem(() -> lines(csv("datos")))).contains("is a folder", "\"datos/*.csv\"");
        assertThat(problem(() -> lines(csv("https://example.org/x.csv")))).contains("is an address");
    }

    @Test
    void an_option_that_is_none_is_told_with_the_nearest() throws IOException {
        file("x.csv", "n\n1\n");

        assertThat(problem(() -> lines(csv("x.csv", "delimm = ';'")))).contains("\"delimm\"", "\"delim\"");
        assertThat(problem(() -> lines(csv("x.csv", ";")))).contains("\";\" is no option", "delim = ';'");
    }

    @Test
    void two_columns_of_one_name_are_refused() throws IOException {
        file("x.csv", "total;mes;TOTAL\n1;2;3\n");
        file("coma.csv", "# nota\n\"a, b\",\"a, b\"\n1,2\n");
        file("x.json", "{\"a\": 1, \"A\": 2}\n");

        assertThat(problem(() -> lines(csv("x.csv")))).contains("x.csv", "\"total\"");
        assertThat(problem(() -> lines(csv("coma.csv", "comment = '#'")))).contains("\"a, b\"");
        assertThat(problem(() -> lines(Relation.json("x.json").from(folder)))).contains("\"a\"");
    }

    @Test
    void names_that_only_look_as_if_they_were_made_are_kept() throws IOException {
        file("x.csv", "total,total_1,TOTAL_2\n1,2,3\n");
        file("y.csv", "1,2\n3,4\n");

        assertThat(lines(csv("x.csv").select("total_1"))).containsExactly("2");
        assertThat(lines(csv("y.csv", "header = false"))).hasSize(2);
    }
}
