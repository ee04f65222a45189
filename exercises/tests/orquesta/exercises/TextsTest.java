package orquesta.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads says the same in both languages, and the same as exercise.json. */
class TextsTest {
    private static final Pattern CODE = Pattern.compile("```[^`]*```|`[^`]+`");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Stream<Path> exercises() {
        return Exercises.all().stream();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void instructions_have_one_structure(Path exercise) {
        same(exercise.resolve("instructions.en.md"), exercise.resolve("instructions.es.md"));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void hints_have_one_structure_and_three_levels(Path exercise) {
        same(exercise.resolve("hints.en.md"), exercise.resolve("hints.es.md"));

        assertThat(Exercises.text(exercise.resolve("hints.en.md")).lines().filter(line -> line.startsWith("## ")))
                .extracting(line -> line.substring(3, 4))
                .containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void instructions_count_as_exercise_json_does(Path exercise) throws Exception {
        JsonNode json = new ObjectMapper().readTree(Exercises.text(exercise.resolve("exercise.json")));
        long hidden = json.findValuesAsText("visibility").stream()
                .filter("hidden"::equals)
                .count();

        for (String language : List.of("en", "es")) {
            String text = Exercises.text(exercise.resolve("instructions." + language + ".md"));
            assertThat(text)
                    .startsWith("# " + json.get("id").asText() + " · "
                            + json.get("title").get(language).asText() + "\n");
            String counted = text.lines().filter(line -> !line.startsWith("|")).reduce("", String::concat);
            List<String> numbers = NUMBER.matcher(CODE.matcher(counted).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(numbers)
                    .as(language)
                    .contains(
                            json.get("points").asText(),
                            json.get("minutes").asText(),
                            "" + json.get("checks").size(),
                            "" + hidden);
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void a_check_that_names_a_rule_names_one_of_the_instructions(Path exercise) throws Exception {
        JsonNode json = new ObjectMapper().readTree(Exercises.text(exercise.resolve("exercise.json")));

        for (String language : List.of("en", "es")) {
            String text = Exercises.text(exercise.resolve("instructions." + language + ".md"));
            assertThat(json.findValuesAsText("instruction"))
                    .allMatch(number -> text.contains("\n" + number + ". **"), language);
        }
    }

    /** Line by line the same kind of line, and the same code in each; the Spanish one names the Spanish guide. */
    private static void same(Path english, Path spanish) {
        assertThat(Exercises.text(spanish)).doesNotContain("GUIDE.md");
        assertThat(shape(spanish))
                .isEqualTo(shape(english).stream()
                        .map(line -> line.replace("GUIDE.md", "GUIDE.es.md"))
                        .toList());
        assertThat(Exercises.text(spanish)).isNotEqualTo(Exercises.text(english));
    }

    private static List<String> shape(Path file) {
        return Exercises.text(file).lines().map(TextsTest::shape).toList();
    }

    private static String shape(String line) {
        String kind = line.isEmpty() ? "" : line.replaceAll("^(#+|\\||- |\\d+\\. |```)?.*$", "$1");
        List<String> code =
                CODE.matcher(line).results().map(MatchResult::group).sorted().toList();
        return kind + " " + code;
    }
}
