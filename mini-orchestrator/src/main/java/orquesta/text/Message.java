package orquesta.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the kit, independent of language: a key of the table of texts, and what fills its gaps.
 * Events keep messages, not sentences, so that a run recorded in one language can be read in the other; a gap may hold a
 * message too.
 */
public record Message(String key, List<String> args) {
    public Message {
        args = List.copyOf(args);
    }

    private static final String NESTED = "\u0002";
    private static final String NEXT = "\u0001";
    /** Before the digit that stands for this or for {@link #NEXT} in what is nested deeper. */
    private static final String ESCAPE = "\u0003";

    public static Message of(String key, @Nullable Object... args) {
        return new Message(key, Arrays.stream(args).map(Message::text).toList());
    }

    /** What somebody says in his own words. Earlier versions recorded these bare: a reader of JSON finds this by its name. */
    public static Message valueOf(String words) {
        return of("check.said", words);
    }

    /** What a pipeline's author says in both languages, without a key of its own. */
    public static Message either(String english, String spanish) {
        return of("text.either", english, spanish);
    }

    /** A message inside a message is kept as text: a mark, its key, its arguments, which may be messages in their turn. */
    private static String text(@Nullable Object arg) {
        return arg instanceof Message inner
                ? NESTED
                        + inner.key()
                        + String.join(
                                "", inner.args().stream().map(Message::next).toList())
                : String.valueOf(arg);
    }

    /** This message as text that fills a gap of another, for who keeps texts alone. */
    public String toFill() {
        return text(this);
    }

    private static String next(String part) {
        return NEXT + part.replace(ESCAPE, ESCAPE + "3").replace(NEXT, ESCAPE + "1");
    }

    /** What fills a gap, in a language. */
    static String filling(String arg, Language language) {
        if (!arg.startsWith(NESTED)) {
            return arg;
        }
        List<String> parts = Arrays.stream(arg.substring(1).split(NEXT, -1))
                .map(part -> part.replace(ESCAPE + "1", NEXT).replace(ESCAPE + "3", ESCAPE))
                .toList();
        return new Message(parts.get(0), parts.subList(1, parts.size())).in(language);
    }

    /** The sentence in a language; its commands begin as {@code kit} said that they can be typed where the user stands. */
    public String in(Language language) {
        String sentence = Texts.in(language).fill(this);
        return sentence.contains("./kit ")
                ? sentence.replace("./kit ", System.getProperty("orquesta.kit", "./kit") + " ")
                : sentence;
    }

    /** The sentence in the language of this process. */
    @Override
    public String toString() {
        return in(Language.current());
    }
}
