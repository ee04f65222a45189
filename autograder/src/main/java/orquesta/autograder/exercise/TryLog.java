package orquesta.autograder.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which different answers were graded here, and whether one has passed. */
public record TryLog(Path cache) {
    private static final String PASSED = "passed";

    /**
     * Remembers an answer.
     *
     * @param answer a hash of the sources
     */
    public void tried(String exercise, String answer, boolean passed) {
        Set<String> known = read(exercise);
        known.add(answer);
        if (passed) {
            known.add(PASSED);
        }
        try {
            Files.createDirectories(cache);
            Files.write(file(exercise), known, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean passed(String exercise) {
        return read(exercise).contains(PASSED);
    }

    /** How many different answers. */
    public int tries(String exercise) {
        Set<String> known = read(exercise);
        known.remove(PASSED);
        return known.size();
    }

    private Set<String> read(String exercise) {
        Path file = file(exercise);
        return Files.isRegularFile(file)
                ? new TreeSet<>(List.of(ExerciseFolder.read(file).strip().split("\n")))
                : new TreeSet<>();
    }

    private Path file(String exercise) {
        return cache.resolve("tries-" + exercise);
    }
}
