package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Texts;

class TextsTest {
    @Test
    void every_sentence_is_there_in_both_languages_with_the_same_gaps() throws IOException {
        Properties english = load("/orquesta/datasets/help.properties");
        Properties spanish = load("/orquesta/datasets/help_es.properties");
        assertThat(english.stringPropertyNames())
                .isEqualTo(spanish.stringPropertyNames())
                .isNotEmpty();

        Map<Language, Set<String>> shapes = Map.of(Language.EN, shapes(Language.EN), Language.ES, shapes(Language.ES));
        assertThat(shapes.get(Language.EN)).isEqualTo(shapes.get(Language.ES)).hasSizeGreaterThan(100);
    }

    /** The keys of this module, each with the gaps of its sentence. */
    private static Set<String> shapes(Language language) {
        return Texts.in(language).keys().stream()
                .filter(key -> key.startsWith("data."))
                .map(key -> key + gaps(Message.of(key, "{0}", "{1}", "{2}").in(language)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gaps(String sentence) {
        assertThat(sentence).isNotBlank();
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
