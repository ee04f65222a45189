package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @Test
    void does_it_at_once_and_again_after_each_change(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("A.java"), "1");
        List<String> seen = new ArrayList<>();
        List<String> said = new ArrayList<>();

        new Watch(folder, Given.NOON)
                .run(
                        () -> {
                            seen.add(Files.readString(source));
                            if (seen.size() == 3) {
                                Thread.currentThread().interrupt();
                            } else {
                                Files.writeString(source, Files.readString(source) + "1");
                            }
                        },
                        said::addAll);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly("1", "11", "111");
        assertThat(String.join("\n", said)).contains("─────\nagain, at 12:00", "Ctrl-C stops");
        assertThat(said).filteredOn(line -> line.startsWith("waiting")).hasSize(3);
    }
}
