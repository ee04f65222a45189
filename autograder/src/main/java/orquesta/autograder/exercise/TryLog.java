package orquesta.autograder.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which different answers were graded here, whether one has passed, and the most points that one got. */
public record TryLog(Path cache) {
    private static final String PASSED = "passed";
    private static final String POINTS = "points ";

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
        write(exercise, known);
    }

    /** Remembers the points of an answer. */
    public void scored(String exercise, double points) {
        Set<String> known = read(exercise);
        double most = Math.max(points, points(exercise));
        known.removeIf(line -> line.startsWith(POINTS));
        known.add(POINTS + most);
        write(exercise, known);
    }

    /** The most points that an answer got; 0 without one. */
    public double points(String exercise) {
        return read(exercise).stream()
                .filter(line -> line.matches(POINTS + "\\d{1,6}(\\.\\d)?"))
                .mapToDouble(line -> Double.parseDouble(line.substring(POINTS.length())))
                .max()
                .orElse(0);
    }

    public boolean passed(String exercise) {
        return read(exercise).contains(PASSED);
    }

    /** How many different answers. */
    public int tries(String exercise) {
        Set<String> known = read(exercise);
        known.remove(PASSED);
        known.removeIf(line -> line.startsWith(POINTS));
        return known.size();
    }

    private void write(String exercise, Set<String> lines) {
        try {
            Files.createDirectories(cache);
            Files.write(file(exercise), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
