package orquesta.autograder.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of one script, removed behind it: a child has little room, and the next script should find nothing. */
record Room(Path folder) implements AutoCloseable {
    static Room in(Path scratch) throws IOException {
        return new Room(Files.createTempDirectory(scratch, "ensayo"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
