package orquesta.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The exercises of this folder, as their author sees them. */
final class Exercises {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    private Exercises() {}

    /** Folders with an {@code exercise.json}. */
    static List<Path> all() {
        return children(ROOT)
                .filter(folder -> Files.exists(folder.resolve("exercise.json")))
                .toList();
    }

    /** The same, where the author's part is there: a student's tree has none. */
    static List<Path> withTeacher() {
        return all().stream()
                .filter(folder -> Files.isDirectory(folder.resolve(".teacher")))
                .toList();
    }

    static List<Path> wrongAnswers(Path exercise) {
        return children(exercise.resolve(".teacher/wrong"))
                .filter(Files::isDirectory)
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every Java file below one of the folders. */
    static List<Path> sources(Path... folders) {
        return Stream.of(folders)
                .flatMap(Exercises::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
