package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.judge.DifferenceKind;
import orquesta.autograder.result.GradeResult.Status;

class TextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "orquesta");

    @Test
    void every_sentence_is_there_in_both_languages_with_the_same_gaps() throws IOException {
        Properties english = load(RESOURCES.resolve("messages_en.properties"));
        Properties spanish = load(RESOURCES.resolve("messages_es.properties"));

        assertThat(spanish.stringPropertyNames())
                .isEqualTo(english.stringPropertyNames())
                .hasSizeGreaterThan(80);
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(spanish.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help_grade", "help_hint", "help_exercise", "help_exercise_check", "help_dist"})
    void every_option_is_described_in_both_languages(String name) throws IOException {
        Properties english = load(RESOURCES.resolve("autograder").resolve(name + ".properties"));
        Properties spanish = load(RESOURCES.resolve("autograder").resolve(name + "_es.properties"));

        assertThat(spanish.stringPropertyNames())
                .isEqualTo(english.stringPropertyNames())
                .isNotEmpty();
        assertThat(english.getProperty("usage.footer")).contains("Example:  ./kit ");
    }

    @Test
    void every_class_of_difference_ending_and_state_has_its_sentence() throws IOException {
        Set<String> keys = load(RESOURCES.resolve("messages_en.properties")).stringPropertyNames();

        Stream<String> differences = Arrays.stream(DifferenceKind.values())
                .filter(kind -> !EnumSet.of(
                                DifferenceKind.ENDED,
                                DifferenceKind.NOT_REACHED,
                                DifferenceKind.RULE,
                                DifferenceKind.MISCONCEPTION,
                                DifferenceKind.FACT,
                                DifferenceKind.UNREADABLE)
                        .contains(kind))
                .map(kind -> "difference." + kind.code());
        Stream<String> endings = Arrays.stream(Ending.values())
                .map(ending -> "ending." + ending.name().toLowerCase(Locale.ROOT));
        Stream<String> states = Arrays.stream(Status.values()).map(status -> "status." + status.code());
        assertThat(keys)
                .containsAll(
                        Stream.of(differences, endings, states).flatMap(s -> s).toList());
    }

    @Test
    void every_sentence_is_used_and_every_used_one_is_there() throws IOException {
        Set<String> keys = load(RESOURCES.resolve("messages_en.properties")).stringPropertyNames();
        String code = source();
        Set<String> used = Pattern.compile("\"([a-z_]+\\.[a-z0-9_.]+)\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> families = Set.of("difference", "ending", "status", "escape", "fact");

        assertThat(keys).allMatch(key -> used.contains(key) || families.contains(key.substring(0, key.indexOf('.'))));
        Set<String> ours =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        assertThat(used.stream()
                        .filter(key -> !key.endsWith(".html") && ours.contains(key.substring(0, key.indexOf('.')))))
                .allMatch(keys::contains);
    }

    private static String source() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Set<String> gaps(String sentence) {
        assertThat(sentence).isNotBlank();
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Files.newInputStream(file))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
