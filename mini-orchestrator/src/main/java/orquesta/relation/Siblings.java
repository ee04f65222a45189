package orquesta.relation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that somebody may have meant who named one that is not there. */
final class Siblings {
    /** More names than these help nobody. */
    private static final int MOST = 10;

    private Siblings() {}

    /** The first names with an extension in a folder, in order; none if it cannot be read. */
    static List<String> of(Path folder, String extension) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("." + extension))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
