package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is far too long is a sentence and not an OutOfMemoryError: each file is read in a JVM with little memory. */
class LongLinesTest {
    private static final int HUNDRED_MB = 100_000_000;

    @TempDir
    private Path folder;

    @Test
    void a_line_of_100_mb_is_a_sentence() throws Exception {
        assertThat(read("a,b\n1,2\n", "x", HUNDRED_MB))
                .contains("ventas.csv: what begins on line 3 is longer than 16777216 characters");
    }

    @Test
    void a_row_of_100_million_fields_is_a_sentence() throws Exception {
        assertThat(read("a,b\n", ",", HUNDRED_MB)).contains("what begins on line 2 is longer than 16777216 characters");
    }

    @Test
    void a_quote_that_swallows_100_mb_is_named_by_the_line_where_it_opens() throws Exception {
        assertThat(read("a,b\n\"1\n2\",\"", "3,4\n", HUNDRED_MB / 4)).contains("what begins on line 3 is longer");
    }

    @Test
    void a_header_of_100_mb_is_a_sentence() throws Exception {
        assertThat(read("a,b", "x", HUNDRED_MB)).contains("what begins on line 1 is longer");
        assertThat(read("a,b", ",b", HUNDRED_MB / 2)).contains("what begins on line 1 is longer");
    }

    @Test
    void many_rows_need_the_memory_of_few() throws Exception {
        assertThat(read("a,b\n", "123456789,\"some text of a row\"\n", 3_000_000))
                .contains("3000000 rows");
    }

    private String read(String start, String repeated, int times) throws IOException, InterruptedException {
        Path file = folder.resolve("ventas.csv");
        byte[] thousand = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times / 1000; i++) {
                out.write(thousand);
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongLines.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
