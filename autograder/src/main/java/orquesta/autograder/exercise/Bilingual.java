package orquesta.autograder.exercise;

import orquesta.text.Language;
import orquesta.text.Message;

/** The same text in both languages of the kit. */
public record Bilingual(String en, String es) {
    public static final Bilingual NONE = new Bilingual("", "");

    public static Bilingual of(Message message) {
        return new Bilingual(message.in(Language.EN), message.in(Language.ES));
    }

    public String in(Language language) {
        return language == Language.ES ? es : en;
    }
}
