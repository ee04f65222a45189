package orquesta.text;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what the user gave: the element it is about, and the sentence that names what was found,
 * what is known and the remedy.
 *
 * @param element where it is, in the user's words: {@code Ventas.ingresosTotales}, {@code --select}, a file
 */
public record Problem(String element, Message message) {
    public static Problem at(String element, String key, @Nullable Object... args) {
        return new Problem(element, Message.of(key, args));
    }

    public String in(Language language) {
        return element.isEmpty() ? message.in(language) : element + ": " + message.in(language);
    }

    @Override
    public String toString() {
        return in(Language.current());
    }
}
