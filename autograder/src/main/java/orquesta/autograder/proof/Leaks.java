package orquesta.autograder.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import orquesta.autograder.exercise.ExerciseFolder;

/** Lines of the solution that stand where a student can read them. */
public final class Leaks {
    /** Shorter lines are everybody's. */
    private static final int TELLING = 25;

    private Leaks() {}

    static List<String> of(ExerciseFolder folder) {
        Set<String> secret = secretLines(folder);
        List<String> leaks = new ArrayList<>();
        for (Path file : TextProof.open(folder.path())) {
            in(ExerciseFolder.read(file), secret)
                    .forEach(line -> leaks.add(folder.path().relativize(file) + ": " + line));
        }
        return leaks;
    }

    /** The lines of 25 characters or more that the solution has and the starter does not; imports are everybody's. */
    public static Set<String> secretLines(ExerciseFolder folder) {
        Set<String> secret = lines(Files.isDirectory(folder.solution()) ? folder.solution() : folder.teacher());
        secret.removeAll(lines(folder.start()));
        return secret;
    }

    /** Which of these lines a text holds, also inside longer ones. */
    public static List<String> in(String text, Set<String> secret) {
        return secret.stream().filter(text::contains).toList();
    }

    private static Set<String> lines(Path folder) {
        Set<String> lines = new TreeSet<>();
        ExerciseFolder.sources(folder)
                .values()
                .forEach(source -> source.lines()
                        .map(String::strip)
                        .filter(line -> line.length() >= TELLING && !line.matches("(import|package) .*"))
                        .forEach(lines::add));
        return lines;
    }
}
