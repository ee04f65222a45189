package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.event.Materialization;

class ContentHashTest {
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

    private String hash(Relation relation) throws IOException {
        return stored.write(relation).hash().value();
    }

    private String hash(String header, String... rows) throws IOException {
        return hash(Relation.rows(header, rows));
    }

    @Test
    void it_does_not_depend_on_the_order_of_rows() throws Exception {
        assertThat(hash("a, b integer", "'x', 1", "'y', 2", "'x', 1"))
                .isEqualTo(hash("a, b integer", "'x', 1", "'x', 1", "'y', 2"));
    }

    @Test
    void it_does_not_depend_on_how_often_or_how_the_rows_are_written() throws Exception {
        Relation grouped =
                Relation.rows("x", "1").select("unnest(range(50000)) as n").select("n % 997 as k, n");
        Relation totals = Relation.with("g", grouped).sql("select k, sum(n) as s from g group by k");
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            hashes.add(hash(totals));
        }
        hashes.add(hash(Relation.with("t", totals).sql("select * from t order by k desc")));

        assertThat(hashes).hasSize(1);
    }

    @Test
    void it_changes_with_every_change_of_content() throws Exception {
        List<String> hashes = List.of(
                hash("a, b integer", "'x', 1", "'y', 2"),
                hash("a, b integer", "'x', 1", "'y', 3"),
                hash("a, b integer", "'x', 2", "'y', 1"),
                hash("a, b integer", "'x', 1", "'y', null"),
                hash("a, b integer", "'x', 1", "null, 2"),
                hash("a, b integer", "'x', 1", "'', 2"),
                hash("a, b integer", "'x', 1", "'y', 2", "'y', 2"),
                hash("a, b integer", "'x', 1"),
                hash("a, b integer"),
                hash("a, b bigint", "'x', 1", "'y', 2"),
                hash("a, b decimal(18,2)", "'x', 1", "'y', 2"),
                hash("a, b decimal(18,1)", "'x', 1", "'y', 2"),
                hash("a, c integer", "'x', 1", "'y', 2"),
                hash("b integer, a", "1, 'x'", "2, 'y'"));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void values_that_move_between_columns_change_it() throws Exception {
        assertThat(hash("a, b", "'x', 'y'")).isNotEqualTo(hash("a, b", "'y', 'x'"));
        assertThat(hash("a, b", "'x', null")).isNotEqualTo(hash("a, b", "null, 'x'"));
        assertThat(hash("a, b", "'x', 'y'", "'z', 'w'")).isNotEqualTo(hash("a, b", "'x', 'w'", "'z', 'y'"));
        assertThat(hash("a, b", "'xy', ''")).isNotEqualTo(hash("a, b", "'x', 'y'"));
    }

    @Test
    void a_relation_and_records_and_a_table_of_the_same_content_have_the_same() throws Exception {
        record Fila(String a, Integer b) {}

        Materialization records = stored.write(List.of(new Fila("x", 1)), Stored.listOf(Fila.class));

        assertThat(records.hash().value()).isEqualTo(hash("a, b integer", "'x', 1"));
    }

    @Test
    void the_hash_of_a_folder_changes_with_a_name_and_with_a_byte() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("r"));
        Files.writeString(reports.resolve("a.csv"), "1\n");
        String before = stored.write(reports, Path.class).hash().value();

        assertThat(stored.write(reports, Path.class).hash().value()).isEqualTo(before);
        Files.move(reports.resolve("a.csv"), reports.resolve("b.csv"));
        String renamed = stored.write(reports, Path.class).hash().value();
        Files.writeString(reports.resolve("b.csv"), "2\n");

        assertThat(renamed).isNotEqualTo(before);
        assertThat(stored.write(reports, Path.class).hash().value()).isNotIn(before, renamed);
    }

    @Test
    void the_hash_of_a_record_changes_with_a_component() throws Exception {
        record Resumen(String mes, int filas) {}

        String one = stored.write(new Resumen("enero", 1), Resumen.class).hash().value();

        assertThat(stored.write(new Resumen("enero", 1), Resumen.class).hash().value())
                .isEqualTo(one);
        assertThat(stored.write(new Resumen("enero", 2), Resumen.class).hash().value())
                .isNotEqualTo(one);
    }
}
