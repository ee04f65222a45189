package orquesta.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of texts of one language: the union of all {@code orquesta/messages_LANGUAGE.properties} on the class path,
 * one a module. Gaps are {@code {0}}, {@code {1}} ...; nothing else is special.
 */
public final class Texts {
    private static final Map<Language, Texts> ALL = load();

    private final Language language;
    private final Properties sentences = new Properties();

    private Texts(Language language) {
        this.language = language;
        String name = "orquesta/messages_" + language.code() + ".properties";
        try {
            for (URL url : Collections.list(Texts.class.getClassLoader().getResources(name))) {
                try (InputStream in = url.openStream()) {
                    sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Every key that the table of this language has. */
    public Set<String> keys() {
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    /** The sentence of a message; a message without a sentence shows its key, so that it is seen and mended. */
    public String fill(Message message) {
        String sentence = sentences.getProperty(message.key());
        if (sentence == null) {
            return message.key() + " " + message.args();
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int gap = sentence.indexOf('{'); gap >= 0; gap = sentence.indexOf('{', from)) {
            int end = sentence.indexOf('}', gap);
            String number = end < 0 ? "" : sentence.substring(gap + 1, end);
            out.append(sentence, from, gap);
            if (number.matches("\\d")
                    && Integer.parseInt(number) < message.args().size()) {
                out.append(Message.filling(message.args().get(Integer.parseInt(number)), language));
                from = end + 1;
            } else {
                out.append('{');
                from = gap + 1;
            }
        }
        return out.append(sentence.substring(from)).toString();
    }

    private static Map<Language, Texts> load() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language));
        }
        return all;
    }
}
