package orquesta.autograder.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path cache;

    @Test
    void what_a_process_that_has_ended_left_behind_is_taken_away_and_nothing_else() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = full("work-" + ended.pid() + "-1700000000-1");
        Path ofAnotherWithOurNumber = full("work-" + ProcessHandle.current().pid() + "-1700000000-2");
        Path kept = full("cases-0123");
        Path ours = WorkFolder.fresh(cache);

        WorkFolder.sweep(cache);

        assertThat(left).doesNotExist();
        assertThat(ofAnotherWithOurNumber).doesNotExist();
        assertThat(kept).isNotEmptyDirectory();
        assertThat(ours).isEmptyDirectory();
    }

    private Path full(String name) throws IOException {
        Path folder = Files.createDirectories(cache.resolve(name).resolve("src"));
        Files.writeString(folder.resolve("A.java"), "class A {}");
        return cache.resolve(name);
    }
}
