package orquesta.autograder.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;

/**
 * Takes away the images of earlier versions of this code. One that a running process uses stays, and so does one that
 * somebody began to use within a day: processes of another container cannot be seen from here.
 */
final class Images {
    private static final Pattern NAME = Pattern.compile("(child|junit|sql|tables|pipeline)-[0-9a-f]{12}-\\d+");
    private static final Duration YOUNG = Duration.ofDays(1);

    private Images() {}

    /** Says that this process uses an image; it does so before it looks whether the image is there. */
    static void use(Path image) throws IOException {
        Path cache = Files.createDirectories(cache(image));
        Path mark = Files.writeString(WorkFolder.ofThis(cache, user(image)), "\n");
        image.toFile().setLastModified(mark.toFile().lastModified()); // not there yet, or not ours: no matter
    }

    /** Called when one was made: it has the time of this moment. */
    static void sweep(Path made) throws IOException {
        Path cache = cache(made);
        WorkFolder.sweep(cache);
        Instant young = Files.getLastModifiedTime(made).toInstant().minus(YOUNG);
        List<Path> all;
        try (Stream<Path> found = Files.list(cache)) {
            all = found.toList();
        }
        for (Path image : all) {
            boolean used =
                    all.stream().anyMatch(path -> path.getFileName().toString().endsWith("-" + user(image)));
            if (NAME.matcher(image.getFileName().toString()).matches()
                    && !used
                    && Files.getLastModifiedTime(image).toInstant().isBefore(young)) {
                Places.delete(image);
            }
        }
    }

    private static Path cache(Path image) {
        return Objects.requireNonNull(image.getParent());
    }

    private static String user(Path image) {
        return "user-of-" + image.getFileName();
    }
}
