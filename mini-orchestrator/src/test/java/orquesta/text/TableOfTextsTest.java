package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The table of texts is whole: what the code names is there, what is there is named, and both languages say the same. */
class TableOfTextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "orquesta");
    private static final Pattern GAP = Pattern.compile("\\{\\d#?}");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z_]+)\"");
    /** Literals of the same shape that are something else: files and properties of the system. */
    private static final Pattern NO_KEY =
            Pattern.compile("(compiler|orquesta|java|os|user)\\..*|.*\\.(csv|css|db|js|json|jte|lock|parquet|sql|svg)");

    /** Each language shows its own gap of this one. */
    private static final String EITHER = "text.either: [{0}] [{1}]";

    @Test
    void every_key_that_the_code_names_has_a_sentence() throws IOException {
        assertThat(english().stringPropertyNames()).containsAll(named());
    }

    @Test
    void every_sentence_is_named_by_the_code() throws IOException {
        assertThat(named()).containsAll(english().stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "help"})
    void spanish_has_the_same_keys_and_gaps_as_english(String table) throws IOException {
        Path spanish = RESOURCES.resolve(table + "_es.properties");
        assumeThat(spanish).exists();
        Path english = RESOURCES.resolve(table.equals("help") ? "help.properties" : "messages_en.properties");

        assertThat(differences(read(english), read(spanish))).isSubsetOf(EITHER);
    }

    @Test
    void the_comparison_finds_what_differs() throws IOException {
        Properties english = table("a=x {0}\nb=y\nc={0} {1#}\nd={0}\nf={0#}");
        Properties spanish = table("a=x {0}\nc={1#} {0}\nd=\ne=z\nf={0}");

        assertThat(differences(english, spanish)).containsExactly("b", "d: [{0}] []", "e", "f: [{0#}] [{0}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_en.properties", "help.properties"})
    void no_key_stands_twice_in_a_table(String file) throws IOException {
        List<String> keys = Files.readAllLines(RESOURCES.resolve(file)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> differences(Properties english, Properties spanish) {
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(spanish.stringPropertyNames());
        List<String> found = new ArrayList<>();
        for (String key : keys) {
            String one = english.getProperty(key);
            String other = spanish.getProperty(key);
            if (one == null || other == null) {
                found.add(key);
            } else if (!gaps(one).equals(gaps(other)) || other.isBlank()) {
                found.add(key + ": " + gaps(one) + " " + gaps(other));
            }
        }
        return found;
    }

    private static Set<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            Set<String> keys = new TreeSet<>();
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
            keys.removeIf(NO_KEY.asMatchPredicate());
            assertThat(keys).hasSizeGreaterThan(50);
            return keys;
        }
    }

    private static Properties english() throws IOException {
        return read(RESOURCES.resolve("messages_en.properties"));
    }

    private static Properties read(Path file) throws IOException {
        return table(Files.readString(file));
    }

    private static Properties table(String text) throws IOException {
        Properties table = new Properties();
        table.load(new StringReader(text));
        return table;
    }
}
