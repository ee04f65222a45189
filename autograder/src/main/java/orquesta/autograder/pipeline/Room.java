package orquesta.autograder.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of one script, removed behind it: a child has little room, and the next script should find nothing. */
record Room(Path folder) implements AutoCloseable {
    private static final Set<String> OURS = Set.of(".orquesta", "tmp");

    static Room in(Path scratch) throws IOException {
        return new Room(Files.createTempDirectory(scratch, "ensayo"));
    }

    /** The names of the files that lie in it, but those of the orchestrator, sorted: at most 200. */
    List<String> files() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(name -> !OURS.contains(name.getName(0).toString()))
                    .map(name -> name.toString().replace('\\', '/'))
                    .sorted()
                    .limit(200)
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
