package orquesta.datasets.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.datasets.Datasets;
import orquesta.datasets.NoEvaluator;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** The reader of records, the plain reader of the verifier and the counter of rows agree on files that nobody wrote by hand. */
class ReadersAgreeTest {
    private static final int FILES = Integer.getInteger("orquesta.files", 1_000);

    private static final List<byte[]> PARTS = List.of(
            bytes(","),
            bytes(","),
            bytes(";"),
            bytes("\""),
            bytes("\""),
            bytes("\"\""),
            bytes("\n"),
            bytes("\n"),
            bytes("\r\n"),
            bytes("\r"),
            bytes("a"),
            bytes("12.5"),
            bytes(" "),
            bytes("\u00a0"),
            bytes("ñ"),
            bytes("😀"),
            bytes("\ufeff"),
            bytes("#"),
            new byte[] {(byte) 0xE9});

    @TempDir
    private Path folder;

    @Test
    void on_random_files() throws IOException {
        Random random = new Random(2025);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = file(random);
            Files.write(folder.resolve("x.csv"), bytes);

            List<String> plain = plain();
            assertThat(streamed())
                    .as("%d: %s", i, new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .isEqualTo(plain);
            if (plain.isEmpty() || !plain.get(0).startsWith("!")) {
                read++;
                assertThat(Datasets.at(folder, NoEvaluator.NONE).rowCount("x.csv"))
                        .isEqualTo(plain.size());
            }
        }
        assertThat(read).isBetween(FILES / 4, FILES - 25);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(List.of("x,y\n", "x;y\r\n", "\ufeff\"x\",y,z\n", "\n\"y\"; X ;\"z,1\"\n")
                .get(random.nextInt(4))));
        int parts = random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            byte[] part = PARTS.get(random.nextInt(PARTS.size()));
            boolean rare = part.length == 1 && (part[0] == '"' || part[0] == (byte) 0xE9);
            if (!rare || random.nextInt(4) == 0) {
                out.writeBytes(part);
            }
        }
        return out.toByteArray();
    }

    /** Each row as text, or one line with the defect. */
    private List<String> plain() throws IOException {
        try {
            List<TextFile.Line> records = TextFile.read(folder.resolve("x.csv")).records();
            List<String> header = records.get(0).fields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<String> rows = new ArrayList<>();
            for (TextFile.Line line : records.subList(1, records.size())) {
                boolean legible = line.fields().size() == header.size();
                String values = legible
                        ? line.fields().get(header.indexOf("x")) + "|"
                                + line.fields().get(header.indexOf("y"))
                        : "null|null";
                rows.add(line.number() + "|" + legible + "|" + values);
            }
            return rows;
        } catch (BadFile e) {
            return List.of("!" + e.problem + " " + e.line);
        }
    }

    private List<String> streamed() throws IOException {
        List<String> rows = new ArrayList<>();
        Relation records = Datasets.at(folder, NoEvaluator.NONE).records("x.csv", "x", "y");
        try (RowSource.Cursor cursor =
                ((Relation.Streamed) records.form()).source().open()) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(
                        String.join("|", Arrays.stream(row).map(String::valueOf).toList()));
            }
            return rows;
        } catch (UserException e) {
            Problem problem = e.problems().get(0);
            return List.of("!" + problem.message().key().replace("data.csv.", "") + " "
                    + problem.message().args().get(0));
        }
    }
}
