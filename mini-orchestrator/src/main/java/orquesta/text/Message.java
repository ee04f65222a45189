package orquesta.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the kit, independent of language: a key of the table of texts, and what fills its gaps.
 * Events keep messages, not sentences, so that a run recorded in one language can be read in the other.
 */
public record Message(String key, List<String> args) {
    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, @Nullable Object... args) {
        return new Message(key, Arrays.stream(args).map(String::valueOf).toList());
    }

    /** The sentence in a language. */
    public String in(Language language) {
        return Texts.in(language).fill(this);
    }

    /** The sentence in the language of this process. */
    @Override
    public String toString() {
        return in(Language.current());
    }
}
