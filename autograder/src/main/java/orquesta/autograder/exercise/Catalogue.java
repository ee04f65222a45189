package orquesta.autograder.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** The exercises of a checkout: the folders that hold an {@code exercise.json}. */
public record Catalogue(Path folder) {
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> Files.isRegularFile(path.resolve("exercise.json")))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is the path of an exercise that lies somewhere else. */
    public static boolean isPath(String name) {
        return (name.contains("/") || name.contains("\\"))
                && Files.isRegularFile(Path.of(name).resolve("exercise.json"));
    }

    /** The folder of an exercise, by its name in any case, or by a path. */
    public ExerciseFolder find(String name) {
        if (isPath(name)) {
            return new ExerciseFolder(Path.of(name).toAbsolutePath().normalize());
        }
        List<String> names = names();
        return names.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .map(known -> new ExerciseFolder(folder.resolve(known)))
                .orElseThrow(() -> new UserException(name, "exercise.unknown", name, Nearest.clue(name, names)));
    }
}
