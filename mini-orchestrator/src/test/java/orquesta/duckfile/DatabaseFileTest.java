package orquesta.duckfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Child;
import orquesta.asset.Relation;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.reports.Mounts;
import orquesta.text.Language;
import orquesta.text.UserException;

/** A file of DuckDB that others have open, that is none, or that cannot be written: one sentence, with a remedy. */
@Tag("once")
class DatabaseFileTest {
    @TempDir
    Path folder;

    private Duck duck;
    private Path path;

    @BeforeEach
    void open() {
        duck = new Duck(folder.resolve("tmp"));
        path = folder.resolve("valores.duckdb");
    }

    @AfterEach
    void close() {
        duck.close();
    }

    private DatabaseFile file(Path at) {
        return new DatabaseFile(at, duck, Duration.ofMillis(200));
    }

    private void write(Path at) {
        file(at).write(statement -> statement.execute("create table t as select 1 as n"));
    }

    /** Both languages say it, each in its own words. */
    private static void assertSaid(ThrowingCallable work, String english, String spanish) {
        assertThatThrownBy(work).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e.problems().get(0).message().in(Language.EN)).isEqualTo(english);
            assertThat(e.problems().get(0).message().in(Language.ES))
                    .startsWith(spanish)
                    .isNotEqualTo(english);
        });
    }

    @Test
    void it_is_made_when_it_is_first_written_and_let_go_at_once() throws Exception {
        write(path);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tmp", "valores.duckdb");
        }
        try (Child visitor = Child.start("pruebas.Abre", folder, path.toString())) {
            visitor.until("open");
        }
    }

    @Test
    void what_fails_is_taken_back_whole_and_lets_the_file_go() throws Exception {
        write(path);
        assertThatThrownBy(() -> file(path).write(statement -> {
                    statement.execute("create table half as select 1 as n");
                    return statement.execute("select error('planned')");
                }))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("DuckDB refused to work with the file " + path)
                .hasMessageContaining("planned");

        assertThatThrownBy(() -> file(path).read(statement -> statement.execute("from half")))
                .hasMessageContaining("half does not exist");
        write(folder.resolve("other.duckdb"));
        try (Child visitor = Child.start("pruebas.Abre", folder, path.toString())) {
            visitor.until("open");
        }
    }

    @Test
    void who_holds_it_is_named_and_once_it_is_closed_all_goes_on() throws Exception {
        write(path);
        try (Child visitor = Child.start("pruebas.Abre", folder, path.toString())) {
            visitor.until("open");

            assertThatThrownBy(() -> write(path)).isInstanceOfSatisfying(UserException.class, e -> {
                assertThat(e.problems().get(0).message().in(Language.EN))
                        .startsWith("the DuckDB file " + path + " is open in ")
                        .contains("java (PID ")
                        .contains("and was still after 0 seconds; close it there")
                        .contains("./kit rerun RUN --from-failure");
                assertThat(e.problems().get(0).message().in(Language.ES))
                        .startsWith("el archivo de DuckDB " + path + " está abierto en ")
                        .contains("ciérralo ahí");
            });
            assertThatThrownBy(() -> file(path).read(statement -> statement.execute("from t")))
                    .hasMessageContaining("is open in");
        }
        file(path).write(statement -> statement.execute("create table t2 as from t"));
    }

    @Test
    void another_duckdb_of_this_process_that_has_it_open_is_told_and_not_overrun() throws Exception {
        write(path);
        try (var own = java.sql.DriverManager.getConnection("jdbc:duckdb:" + path)) {
            assertThat(own.isClosed()).isFalse();
            assertThatThrownBy(() -> write(path)).hasMessageContaining("is open in another program");
        }
        file(path).read(statement -> statement.execute("from t"));
    }

    @Test
    void a_file_of_something_else_is_left_as_it_is() throws IOException {
        Files.writeString(path, "producto;precio\n");

        assertSaid(
                () -> write(path),
                "the file " + path
                        + " is no database of DuckDB; move it away, and a new one is made, or name another file:"
                        + " ValuePlace.duckdb(\"valores.duckdb\").",
                "el archivo " + path + " no es una base de DuckDB; muévelo");
        assertThat(path).hasContent("producto;precio\n");
    }

    @Test
    void a_file_of_a_newer_duckdb_is_told_by_its_format() throws IOException {
        write(path);
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(12, 9_999);
        header.putLong(0, checksum(header));
        Files.write(path, header.array());

        assertSaid(
                () -> write(path),
                "the DuckDB file " + path
                        + " was written by a newer DuckDB, in format 9999, which this one does not read;"
                        + " move it away, and a new one is made, or name another file: ValuePlace.duckdb(\"valores.duckdb\").",
                "el archivo de DuckDB " + path + " lo escribió un DuckDB más nuevo, en el formato 9999");
    }

    /** As DuckDB makes it of the words of its first block. */
    private static long checksum(ByteBuffer file) {
        long sum = 5381;
        for (int at = 8; at < 4096; at += 8) {
            sum ^= file.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        return sum;
    }

    @Test
    void a_folder_that_is_missing_or_stands_in_its_place_is_told() throws IOException {
        Path missing = folder.resolve("no/valores.duckdb");
        assertSaid(
                () -> write(missing),
                "the folder of the DuckDB file " + missing + " is not there; make it: mkdir -p \"" + missing.getParent()
                        + "\"",
                "no existe la carpeta del archivo de DuckDB " + missing + "; créala");
        assertThat(missing.getParent()).doesNotExist();

        Path taken = Files.createDirectory(folder.resolve("datos"));
        assertSaid(
                () -> write(taken),
                taken + " is a folder, and values of DuckDB go into one file; name a file in it: ValuePlace.duckdb(\""
                        + taken.resolve("valores.duckdb") + "\").",
                taken + " es una carpeta");
    }

    @Test
    void a_place_that_only_reads_can_be_read_and_not_written() throws Exception {
        Path shelf = Files.createDirectory(folder.resolve("shelf"));
        Path kept = shelf.resolve("valores.duckdb");
        write(kept);
        try (Mounts mounts = new Mounts()) {
            mounts.readOnly(shelf);

            file(kept).read(statement -> statement.execute("from t"));
            assertSaid(
                    () -> write(kept),
                    "the DuckDB file " + kept
                            + " cannot be written: DuckDB writes it and, beside it, a file for what is not"
                            + " yet in it. Give yourself permission: chmod u+w \"" + shelf + "\" \"" + kept
                            + "\" - or name a file elsewhere: ValuePlace.duckdb(\"valores.duckdb\").",
                    "no se puede escribir el archivo de DuckDB " + kept);
        }
    }

    @Test
    void a_table_is_copied_once_in_a_session_and_the_copy_goes_with_it() throws IOException, SQLException {
        write(path);
        DatabaseTable table = new DatabaseTable(
                file(path), "\"main\".\"t\"", java.util.List.of(new orquesta.asset.Column("n", "INTEGER")));
        Relation rows = Relation.of(table);
        try (Session session = duck.session()) {
            assertThat(session.count(rows)).isEqualTo(1);
            Files.delete(path);
            assertThat(session.count(Relation.with("a", rows).with("b", rows).sql("from a, b")))
                    .isEqualTo(1);
        }
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }
}
