package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.text.UserException;

/** The reader in pieces gives the rows of the reader that goes through the file from its start, or leaves the file to it. */
class ParallelRecordsTest {
    private static final String PLAIN = """
        a;x, Y ,z
        1,uno,"d,os",3

        2,"u""n""o",dos,
        3,"un
        o","",3
        4,,ñandú 🦙,\t3
        sólo,tres,campos
        5,uno,dos,tres,cuatro
        "6",un"o,dos," "\r
        7,"uno\r
        ",dos,3\
        """.replace("a;x", "a,x");
    private static final byte[] BYTES = "\"\"\",,;\n\n\r\n x0\u00e9\ufeff".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Duck duck;
    private Session session;
    private int inPieces;
    private int files;

    @BeforeEach
    void open() {
        duck = new Duck(folder.resolve("temporary"));
        session = duck.session();
    }

    @AfterEach
    void close() {
        session.close();
        duck.close();
    }

    @Test
    void a_plain_file_is_read_in_pieces_of_any_size() throws IOException {
        byte[] file = PLAIN.getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece < 200; piece += piece < 40 ? 1 : 7) {
            compare(file, piece);
        }
        assertThat(inPieces).isGreaterThan(55);
    }

    @Test
    void a_plain_file_with_bytes_changed() throws IOException {
        compareChanged(250, new Random(18));
        assertThat(inPieces).isBetween(80, 245);
    }

    @Test
    @Tag("long")
    void many_plain_files_with_bytes_changed() throws IOException {
        compareChanged(5000, new Random(19));
        assertThat(inPieces).isBetween(1700, 4900);
    }

    private void compareChanged(int count, Random random) throws IOException {
        byte[] plain = PLAIN.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            byte[] file = plain;
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                file = changed(file, random);
            }
            compare(file, 1 + random.nextInt(i % 2 == 0 ? 40 : 200));
        }
    }

    @Test
    void many_rows_with_few_texts_and_with_many() throws IOException {
        StringBuilder text = new StringBuilder("z,y,x\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i % 7 == 0 && i > 20_000 ? "\"a\nb\"" : "t" + i % 700).append(',');
            text.append(i % 1000 == 5 ? "roto,más,\n" : "id-" + i + ",\n");
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        compare(file, 1 << 22);
        compare(file, 100_000);
        compare(file, 9_999);
        assertThat(inPieces).isEqualTo(3);
    }

    @Test
    void a_header_alone_and_a_record_longer_than_a_few_pieces() throws IOException {
        compare("x,y".getBytes(StandardCharsets.UTF_8), 1);
        compare("\ufeffx,y\r\n\r\n".getBytes(StandardCharsets.UTF_8), 100);
        assertThat(inPieces).isEqualTo(2);
        compare(("x,y\n1,\"" + "línea\n".repeat(100) + "\"\n2,2\n").getBytes(StandardCharsets.UTF_8), 10);
        assertThat(inPieces).isEqualTo(2);
    }

    private static byte[] changed(byte[] file, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(file.length);
        byte other = BYTES[random.nextInt(BYTES.length)];
        int kept = random.nextInt(3); // changed, put in, or taken away
        out.write(file, 0, at);
        if (kept != 2) {
            out.write(other);
        }
        int from = Math.min(file.length, at + (kept == 1 ? 0 : 1));
        out.write(file, from, file.length - from);
        return out.toByteArray();
    }

    private void compare(byte[] file, int piece) throws IOException {
        Path csv = Files.write(folder.resolve("x.csv"), file);
        Path parquet = folder.resolve(++files + ".parquet"); // DuckDB keeps what it read of a file
        Records records = new Records(new FileFormats(), csv, List.of("x", "y"));
        if (records.write(parquet, piece)) {
            inPieces++;
            assertThat(rows(parquet))
                    .as("pieces of %d: %s", piece, new String(file, StandardCharsets.ISO_8859_1))
                    .isEqualTo(rows(records));
        }
    }

    private static List<String> rows(Records records) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowSource.Cursor cursor = records.open()) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(Arrays.toString(row));
            }
            return rows;
        } catch (UserException e) {
            return List.of("!" + e.getMessage());
        }
    }

    private List<String> rows(Path parquet) {
        return session.read(Relation.parquet(parquet), result -> {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                Object[] row = {result.getLong(1), result.getBoolean(2), result.getString(3), result.getString(4)};
                rows.add(Arrays.toString(row));
            }
            return rows;
        });
    }
}
