package orquesta.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch over files sees, and what it remembers. */
class FileWatchTest {
    private static final SensorLook.Memory NONE = new SensorLook.Memory() {
        @Override
        public long lastWell(String job) {
            return 0;
        }

        @Override
        public long published(String asset) {
            return 0;
        }
    };

    @TempDir
    Path root;

    private FileWatch watch = new FileWatch("entrada/*.csv");
    private String cursor = "";

    private SensorAnswer look() throws IOException {
        SensorAnswer answer = watch.look(new SensorLook(cursor, Instant.EPOCH, root, NONE));
        if (answer instanceof SensorAnswer.Fires fires) {
            cursor = fires.cursor();
        }
        return answer;
    }

    private void write(String name, String text, int second) throws IOException {
        Path file = Files.createDirectories(root.resolve("entrada")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private void waits() throws IOException {
        assertThat(look()).isInstanceOf(SensorAnswer.Waits.class);
    }

    private void fires(String names) throws IOException {
        assertThat(look())
                .isInstanceOf(SensorAnswer.Fires.class)
                .extracting(answer -> answer.reason().toString())
                .asString()
                .endsWith(": " + names);
    }

    @Test
    void a_file_counts_once_it_stands_still_and_never_again() throws IOException {
        waits(); // the folder is not even there
        write("a.csv", "1", 1);
        waits();
        write("a.csv", "12", 2); // still written to
        waits();
        fires("a.csv");
        waits();
        waits();
    }

    @Test
    void what_changed_counts_again_and_what_is_no_such_file_does_not() throws IOException {
        write("a.csv", "1", 1);
        write("b.csv", "1", 1);
        write("nota.txt", "1", 1);
        Files.createDirectories(root.resolve("entrada/carpeta.csv"));
        waits();
        fires("a.csv, b.csv");
        write("b.csv", "2", 9); // as long as before, but later
        waits();
        fires("b.csv");
    }

    @Test
    void after_a_restart_nothing_counts_twice_and_nothing_is_lost() throws IOException {
        write("a.csv", "1", 1);
        waits();
        fires("a.csv");
        write("b.csv", "1", 1);
        watch = new FileWatch("entrada/*.csv"); // a new process: it knows the cursor alone

        waits();
        fires("b.csv");
        waits();
    }

    @Test
    void a_file_that_went_and_came_back_is_new() throws IOException {
        write("a.csv", "1", 1);
        write("b.csv", "1", 1);
        waits();
        fires("a.csv, b.csv");
        Files.delete(root.resolve("entrada/a.csv"));
        write("c.csv", "1", 1);
        waits();
        fires("c.csv");
        write("a.csv", "1", 1);
        waits();
        fires("a.csv");
    }

    @Test
    void names_with_blanks_and_many_files_are_remembered() throws IOException {
        for (int i = 0; i < 8; i++) {
            write("ventas del día " + i + ".csv", "1", 1);
        }
        waits();
        assertThat(look().reason().toString())
                .startsWith("8 new or changed: ventas del día 0.csv")
                .endsWith(", …");
        waits();
    }
}
