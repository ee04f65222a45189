package orquesta.autograder.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import orquesta.autograder.files.SourceNames;
import orquesta.autograder.files.WrittenText;
import orquesta.text.Language;
import orquesta.text.UserException;

/** The folder of one exercise, and what lies where in it. */
public record ExerciseFolder(Path path) {
    public Path start() {
        return path.resolve("start");
    }

    public Path answer() {
        return path.resolve("answer");
    }

    /** The tests that the student reads, changes and runs. */
    public Path test() {
        return path.resolve("test");
    }

    public Path solution() {
        return teacher().resolve("solution");
    }

    public Path wrong() {
        return teacher().resolve("wrong");
    }

    public Path teacher() {
        return path.resolve(".teacher");
    }

    /** Planted mistakes, for tests to find. */
    public Path mutants() {
        return teacher().resolve("mutants");
    }

    /** Versions that tests have to pass on, beside the one that is given. */
    public Path right() {
        return teacher().resolve("right");
    }

    /** The author's tests that give points. */
    public Path checks() {
        return path.resolve("checks");
    }

    public Path cases() {
        return path.resolve("cases");
    }

    public Path json() {
        return path.resolve("exercise.json");
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The seed of the marks, where the teacher's folder is there. */
    public Optional<Long> teacherSeed() {
        Path file = teacher().resolve("seed");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = read(file).strip();
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new UserException(file.toString(), "grade.seed", text);
        }
    }

    /** The folder that holds {@code datasets/}: of the nearest one above this; else the one above {@code exercises/}. */
    public Path kit() {
        Path whole = path.toAbsolutePath().normalize();
        for (Path above = whole.getParent(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve("datasets"))) {
                return above;
            }
        }
        return whole.resolve("../..").normalize();
    }

    public Path instructions(Language language) {
        return path.resolve("instructions." + language.code() + ".md");
    }

    /** What is said to who has solved it; empty where there is none. */
    public Bilingual explanation() {
        return new Bilingual(explanation(Language.EN), explanation(Language.ES));
    }

    private String explanation(Language language) {
        Path file = path.resolve("after." + language.code() + ".md");
        return Files.isRegularFile(file) ? read(file).strip() : "";
    }

    /** The hints of a language, each with its heading as first line. */
    public List<String> hints(Language language) {
        Path file = path.resolve("hints." + language.code() + ".md");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> hints = new ArrayList<>();
        for (String part : read(file).split("(?m)^## +")) {
            if (part.matches("(?s)\\d.*")) {
                hints.add(part.strip());
            }
        }
        return hints;
    }

    /** Makes the folder of the student's answer, where it is missing, from the starter. True if something was made. */
    public boolean makeAnswer(Exercise exercise) {
        boolean made = false;
        try {
            for (String file : concat(exercise.answer(), exercise.given())) {
                Path target = answer().resolve(file);
                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(start().resolve(file), target);
                    made = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private static List<String> concat(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The sources below a folder, by their path in it. */
    public static SortedMap<String, String> sources(Path folder) {
        SortedMap<String, String> sources = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String path = SourceNames.below(folder, file);
                if (SourceNames.isAnswer(path)) {
                    sources.put(path, WrittenText.read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
