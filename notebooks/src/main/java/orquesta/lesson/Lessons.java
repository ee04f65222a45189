package orquesta.lesson;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.text.Language;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/**
 * What the lessons ask, in one language.
 *
 * @param folder holds a file for each lesson, which {@code notebooks/build.py} makes of the lesson's source
 */
record Lessons(Path folder, Language language) {
    /** The question of an id such as {@code L04.exit-code}. */
    Question question(String id) {
        Map<String, Question> questions = of(id).questions();
        return Objects.requireNonNull(questions.get(known(id, questions.keySet())));
    }

    /** What a prediction chooses from, by letter; nothing where a number or words are predicted. */
    SortedMap<String, String> choices(String id) {
        Map<String, SortedMap<String, String>> predictions = of(id).predictions();
        return Objects.requireNonNull(predictions.get(known(id, predictions.keySet())));
    }

    /** The lessons that there are, in the order of the course. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("L\\d\\d\\.json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The ids of all questions of a lesson. */
    Set<String> ids(String lesson) {
        return of(lesson + ".").questions().keySet().stream()
                .map(name -> lesson + "." + name)
                .collect(Collectors.toSet());
    }

    /** The title of a lesson, as a link from the notebook of another one. */
    String link(String lesson) {
        return "[%s](%s.ipynb)".formatted(of(lesson + ".").title(), lesson);
    }

    static String lessonOf(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('.')));
    }

    private static String known(String id, Collection<String> names) {
        String name = id.substring(id.lastIndexOf('.') + 1);
        if (!names.contains(name)) {
            TreeSet<String> sorted = new TreeSet<>(names);
            throw new UserException(id, "lesson.unknown", name, Nearest.clue(name, sorted));
        }
        return name;
    }

    private Lesson of(String id) {
        String lesson = lessonOf(id);
        Path file = folder.resolve(lesson + ".json");
        if (lesson.isEmpty() || !Files.exists(file)) {
            throw new UserException(id, "lesson.none", id.split("\\.", 2)[0]);
        }
        return read(file);
    }

    private Lesson read(Path file) {
        try {
            Map<String, Lesson> both =
                    new ObjectMapper().readerForMapOf(Lesson.class).readValue(file.toFile());
            return Objects.requireNonNull(both.get(language.code()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
