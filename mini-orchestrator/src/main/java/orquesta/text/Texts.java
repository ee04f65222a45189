package orquesta.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of texts of one language: the union of all {@code orquesta/messages_LANGUAGE.properties} on the class path,
 * one a module. Gaps are {@code {0}}, {@code {1}} ...; what fills {@code {0#}} is a count (or holds some, between blanks), whose
 * thousands are set off as the language does. Nothing else is special.
 */
public final class Texts {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)(#?)}");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\S)-?\\d{1,18}(?!\\S)");
    private static final Map<Language, Texts> ALL =
            Map.of(Language.EN, new Texts(Language.EN), Language.ES, new Texts(Language.ES));

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
        return sentence == null
                ? message.key() + " " + message.args()
                : GAP.matcher(sentence).replaceAll(gap -> Matcher.quoteReplacement(filling(gap, message)));
    }

    private String filling(MatchResult gap, Message message) {
        int number = Integer.parseInt(gap.group(1));
        if (number >= message.args().size()) {
            return gap.group();
        }
        String filling = Message.filling(message.args().get(number), language);
        return gap.group(2).isEmpty()
                ? filling
                : NUMBER.matcher(filling).replaceAll(count -> language.count(Long.parseLong(count.group())));
    }
}
