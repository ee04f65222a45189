package orquesta.autograder.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.files.WorkFolder;

class ImagesTest {
    @TempDir
    private Path cache;

    @Test
    void a_new_image_takes_away_old_ones_that_nobody_uses() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path old = image("child-0123456789ab-17", Duration.ofDays(2));
        Path oldTests = image("junit-0123456789ab-25", Duration.ofDays(2));
        Path young = image("child-cccccccccccc-17", Duration.ofHours(20));
        Path used = image("child-dddddddddddd-17", Duration.ofDays(9));
        Files.createFile(WorkFolder.ofThis(cache, "user-of-child-dddddddddddd-17"));
        Path wasUsed = image("child-eeeeeeeeeeee-17", Duration.ofDays(9));
        Path mark =
                Files.createFile(cache.resolve("work-" + ended.pid() + "-1700000000-user-of-child-eeeeeeeeeeee-17"));
        Path other = image("cases-0123456789ab-17", Duration.ofDays(9));

        ChildImage made = ChildImage.in(cache);

        assertThat(made.jar()).exists();
        assertThat(old).doesNotExist();
        assertThat(oldTests).doesNotExist();
        assertThat(wasUsed).doesNotExist();
        assertThat(mark).doesNotExist();
        assertThat(young.resolve("child.jar")).exists();
        assertThat(used.resolve("child.jar")).exists();
        assertThat(other.resolve("child.jar")).exists();
    }

    @Test
    void an_image_that_is_used_again_is_young_and_stays_as_long_as_this_process_runs() throws IOException {
        Path first = ChildImage.in(cache).folder();
        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(9))));

        assertThat(ChildImage.in(cache).folder()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first).toInstant())
                .isAfter(Instant.now().minus(Duration.ofHours(1)));
        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        ChildImage.ofTests(cache);
        assertThat(first.resolve("child.jar")).exists();
    }

    private Path image(String name, Duration age) throws IOException {
        Path folder = Files.createDirectories(cache.resolve(name));
        Files.writeString(folder.resolve("child.jar"), "a jar");
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
        return folder;
    }
}
