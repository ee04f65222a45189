package orquesta.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    /** Those that were said already, in pieces: a page says hundreds of times what it says. */
    private final Map<String, Sentence> said = new ConcurrentHashMap<>();

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
        Sentence sentence = sentence(message.key());
        if (sentence == null) {
            return message.key() + " " + message.args();
        }
        StringBuilder filled = new StringBuilder();
        for (Gap gap : sentence.gaps()) {
            filled.append(gap.before()).append(filling(gap, message));
        }
        return filled.append(sentence.end()).toString();
    }

    private @Nullable Sentence sentence(String key) {
        Sentence known = said.get(key);
        String text = known == null ? sentences.getProperty(key) : null;
        return text == null ? known : said.computeIfAbsent(key, unsaid -> Sentence.of(text));
    }

    private String filling(Gap gap, Message message) {
        if (gap.number() >= message.args().size()) {
            return gap.sign();
        }
        String filling = Message.filling(message.args().get(gap.number()), language);
        return gap.isCount()
                ? NUMBER.matcher(filling).replaceAll(count -> language.count(Long.parseLong(count.group())))
                : filling;
    }

    /** A sentence cut at its gaps; {@code end} stands behind the last of them. */
    private record Sentence(List<Gap> gaps, String end) {
        static Sentence of(String text) {
            List<Gap> gaps = new ArrayList<>();
            Matcher found = GAP.matcher(text);
            int from = 0;
            while (found.find()) {
                gaps.add(Gap.of(text.substring(from, found.start()), found));
                from = found.end();
            }
            return new Sentence(gaps, text.substring(from));
        }
    }

    /** A gap, as it is written in the table ({@code sign}), and the words before it. */
    private record Gap(String before, String sign, int number, boolean isCount) {
        static Gap of(String before, MatchResult found) {
            boolean counts = !found.group(2).isEmpty();
            return new Gap(before, found.group(), Integer.parseInt(found.group(1)), counts);
        }
    }
}
