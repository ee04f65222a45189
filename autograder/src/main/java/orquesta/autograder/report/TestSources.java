package orquesta.autograder.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.evidence.TestStory.Method;
import orquesta.autograder.evidence.TestStory.Test;

/**
 * The sources of tests, to say where something stands in them.
 *
 * @param texts by their path in the folder {@code test}
 */
public record TestSources(Map<String, String> texts) {

    /** A line of a test, with what is written there. */
    record Line(String file, int number, String text) {}

    /** As a reader meets them: what failed as a whole, then file by file, from the top. */
    public Comparator<Test> inOrder() {
        Map<Method, Integer> offsets = new HashMap<>(); // one method may have thousands of tests
        return Comparator.<Test, Boolean>comparing(test -> test.method().isPresent())
                .thenComparing(test -> test.method().flatMap(this::file).orElse(""))
                .thenComparing(test -> test.method()
                        .map(method -> offsets.computeIfAbsent(method, this::offset))
                        .orElse(0));
    }

    /** The line of the test method itself: the last on the stack that stands in a test. */
    Optional<Line> line(List<Place> places) {
        return places.stream()
                .flatMap(place -> file(place).map(file -> line(file, place.line())).stream())
                .reduce((first, second) -> second);
    }

    /** The topmost line that stands in no test: in the answer. */
    Optional<Place> inAnswer(List<Place> places) {
        return places.stream().findFirst().filter(place -> file(place).isEmpty());
    }

    /** Where a method is declared. */
    Optional<Line> declaration(Method method) {
        return file(method).map(file -> {
            String before = texts.getOrDefault(file, "").substring(0, offset(method));
            return line(file, (int) before.chars().filter(c -> c == '\n').count() + 1);
        });
    }

    private Line line(String file, int number) {
        String text = texts.getOrDefault(file, "")
                .lines()
                .skip(number - 1L)
                .findFirst()
                .orElse("");
        return new Line(file, number, text.strip());
    }

    private Optional<String> file(Place place) {
        return texts.keySet().stream()
                .filter(file -> file.substring(file.lastIndexOf('/') + 1).equals(place.file()))
                .findFirst();
    }

    private Optional<String> file(Method method) {
        String path = method.type().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return Optional.of(path).filter(texts::containsKey);
    }

    private int offset(Method method) {
        String text = file(method).map(file -> texts.getOrDefault(file, "")).orElse("");
        String name = Pattern.quote(method.name());
        for (String pattern : List.of("void\\s+" + name + "\\s*\\(", "\\b" + name + "\\s*\\(")) {
            Matcher found = Pattern.compile(pattern).matcher(text);
            if (found.find()) {
                return found.start();
            }
        }
        return 0;
    }
}
