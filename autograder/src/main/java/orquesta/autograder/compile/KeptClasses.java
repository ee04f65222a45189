package orquesta.autograder.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.files.Hash;

/** The class files of sources that were compiled before, in memory: an author's answer is the same on every seed. */
final class KeptClasses {
    private final Map<String, SortedMap<String, byte[]>> kept = new HashMap<>();

    /** Names the sources and what they were compiled against. */
    static String key(SortedMap<String, String> sources, List<Path> path) {
        return Hash.of(sources, path.toString());
    }

    /** Lays the class files into a folder; false where these sources were never compiled. */
    boolean lay(String key, Path classes) throws IOException {
        @Nullable SortedMap<String, byte[]> files = kept.get(key);
        if (files == null) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = classes.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        return true;
    }

    /** Keeps all files of a folder that a compilation has just filled. */
    void keep(String key, Path classes) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> inside = Files.walk(classes)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                files.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        kept.put(key, files);
    }
}
