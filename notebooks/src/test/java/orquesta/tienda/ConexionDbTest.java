package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.Relation;
import orquesta.lesson.Sandbox;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

class ConexionDbTest {
    private final Sandbox sandbox = Sandbox.open();
    private final Path file = sandbox.folder("bases").resolve("clientes.db");
    private final List<String> journal = new ArrayList<>();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void rows_can_be_read_again_and_after_the_connection_is_closed() throws Exception {
        ConexionDb.crear(file, "'Ana', 'Temuco'", "'Luz', null");
        Relation found;
        try (ConexionDb open = ConexionDb.abrir(file.toString(), journal)) {
            found = open.consulta("select * from clientes order by nombre");
            assertThat(journal).containsExactly("abre");
        }

        assertThat(journal).containsExactly("abre", "cierra");
        for (int i = 0; i < 2; i++) {
            Table table = sandbox.table(found);
            assertThat(table.columnNames()).containsExactly("nombre", "ciudad");
            assertThat(table.stringColumn("nombre").asList()).containsExactly("Ana", "Luz");
            assertThat(table.stringColumn("ciudad").asList()).containsExactly("Temuco", "");
        }
    }

    @Test
    void a_new_database_takes_the_place_of_the_old() throws Exception {
        ConexionDb.crear(file, "'Ana', 'Temuco'");
        ConexionDb.crear(file);

        try (ConexionDb open = ConexionDb.abrir(file.toString(), journal)) {
            assertThat(sandbox.table(open.consulta("select * from clientes")).rowCount())
                    .isZero();
        }
    }

    @Test
    void steps_that_run_side_by_side_may_share_it() throws Exception {
        ConexionDb.crear(file, "'Ana', 'Temuco'");
        try (ConexionDb open = ConexionDb.abrir(file.toString(), journal)) {
            List<Integer> rows = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(number -> sandbox.table(open.consulta("select * from clientes"))
                            .rowCount())
                    .toList();

            assertThat(rows).hasSize(200).containsOnly(1);
        }
    }

    @Test
    void a_query_that_fails_says_what_the_database_says() throws Exception {
        ConexionDb.crear(file);
        try (ConexionDb open = ConexionDb.abrir(file.toString(), journal)) {
            assertThatThrownBy(() -> open.consulta("select * from cliente"))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("DuckDB")
                    .hasMessageContaining(": Catalog Error: Table with name cliente does not exist")
                    .hasMessageNotContaining("pending");
        }
    }

    @Test
    void what_does_not_open_leaves_the_journal_empty() {
        Path nowhere = file.resolveSibling("nowhere").resolve("clientes.db");

        assertThatThrownBy(() -> ConexionDb.abrir(nowhere.toString(), journal))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal).isEmpty();
    }
}
