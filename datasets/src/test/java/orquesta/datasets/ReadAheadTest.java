package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.RowSource;

@Timeout(300)
class ReadAheadTest {
    private static final int ROWS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void gives_every_row_in_its_order() throws IOException {
        try (RowSource.Cursor cursor = open("all.csv")) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(cursor.next()).containsExactly(i + 2L, true, Integer.toString(i));
            }
            assertThat(cursor.next()).isNull();
            assertThat(cursor.next()).isNull();
        }
    }

    @Test
    void a_cursor_that_is_closed_early_ends_its_thread() throws IOException {
        try (RowSource.Cursor cursor = open("early.csv")) {
            cursor.next();
            assertThat(threads()).contains("reader of early.csv");
        }

        assertThat(threads()).doesNotContain("reader of early.csv");
    }

    @Test
    void a_cursor_that_is_forgotten_ends_its_thread() throws Exception {
        open("forgotten.csv").next();

        while (threads().contains("reader of forgotten.csv")) {
            System.gc();
            Thread.sleep(20);
        }
    }

    private RowSource.Cursor open(String name) throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(",x\n");
        }
        Path file = Files.writeString(folder.resolve(name), text);
        return new Records(new FileFormats(), file, List.of("a")).open();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
