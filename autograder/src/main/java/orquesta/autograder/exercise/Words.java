package orquesta.autograder.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import orquesta.text.Message;
import orquesta.text.Nearest;

/** Words of {@code exercise.json} that stand for one of a few things: in small letters there. */
final class Words {
    private Words() {}

    /** A word that is none of them; its message names the nearest. */
    static final class UnknownWord extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final transient Message what;

        private UnknownWord(Message what) {
            super(what.toString());
            this.what = what;
        }

        Message what() {
            return what;
        }
    }

    static <E extends Enum<E>> E of(Class<E> type, String word) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(word)) {
            throw new UnknownWord(
                    Message.of("exercise.word", word, Nearest.clue(word, known), String.join(", ", known)));
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
