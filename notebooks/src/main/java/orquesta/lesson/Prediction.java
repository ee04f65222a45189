package orquesta.lesson;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * A prediction before a run, and the comparison after it. Never in the way: who does not predict is reminded.
 *
 * <pre>{@code
 * Prediction.before("L04.bet", "3500")
 * Prediction.after("L04.bet", total)
 * }</pre>
 */
public final class Prediction {
    private final Desk desk;

    Prediction(Desk desk) {
        this.desk = desk;
    }

    /** Records what the student expects, in words or as a number; without any, asks again. */
    public static MarkdownCard before(String id, @Nullable Object words) {
        return new Prediction(Desk.here()).record(id, new Answer(words));
    }

    /** Sets what was predicted beside what is so. */
    public static MarkdownCard after(String id, @Nullable Object actual) {
        return new Prediction(Desk.here()).compare(id, new Answer(actual));
    }

    MarkdownCard record(String id, Answer words) {
        SortedMap<String, String> choices = desk.lessons().choices(id);
        if (words.isMissing()) {
            return card(Message.of("prediction.missing"), Optional.empty());
        }
        String guess = choices.isEmpty() ? words.text() : words.letters();
        if (!choices.isEmpty() && !choices.containsKey(guess)) {
            return card(Message.of("quiz.letter", words.text(), choices.lastKey()), Optional.empty());
        }
        Optional<Message> note = desk.progress().add("prediction", id, Map.of("predicted", guess));
        return card(Message.of("prediction.noted", shown(guess, WrittenNumber.read(guess, desk.language()))), note);
    }

    MarkdownCard compare(String id, Answer actual) {
        SortedMap<String, String> choices = desk.lessons().choices(id);
        Optional<String> predicted = desk.progress().prediction(id);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("predicted", predicted.orElse("not predicted"));
        what.put("actual", actual.text());
        Optional<Message> note = desk.progress().add("outcome", id, what);
        String truth = chosen(choices, actual.text());
        return card(
                predicted
                        .map(words -> words.equals(actual.text())
                                ? Message.of("prediction.exact", truth)
                                : comparison(chosen(choices, words), truth))
                        .orElseGet(() -> Message.of("prediction.none", shown(truth, WrittenNumber.plain(truth)))),
                note);
    }

    /** A letter with what it stands for, as a part of a sentence; anything else as it is. */
    private static String chosen(SortedMap<String, String> choices, String words) {
        return choices.containsKey(words)
                ? "%s) %s".formatted(words, choices.get(words)).replaceFirst("[.]$", "")
                : words;
    }

    private Message comparison(String predicted, String actual) {
        Optional<BigDecimal> guess = WrittenNumber.read(predicted, desk.language());
        Optional<BigDecimal> truth = WrittenNumber.plain(actual);
        if (guess.isEmpty() || truth.isEmpty()) {
            return Message.of("prediction.beside", predicted, shown(actual, truth));
        }
        BigDecimal off = guess.get().subtract(truth.get());
        return Message.of(
                key(off.signum()),
                WrittenNumber.shown(guess.get(), desk.language()),
                WrittenNumber.shown(truth.get(), desk.language()),
                WrittenNumber.shown(off.abs(), desk.language()));
    }

    private static String key(int sign) {
        return switch (sign) {
            case 0 -> "prediction.exact";
            case 1 -> "prediction.over";
            default -> "prediction.under";
        };
    }

    /** A number as the language writes it, anything else as it is. */
    private String shown(String text, Optional<BigDecimal> number) {
        return number.map(each -> WrittenNumber.shown(each, desk.language())).orElse(text);
    }

    private MarkdownCard card(Message message, Optional<Message> note) {
        return new MarkdownCard(
                say(message) + note.map(each -> "\n\n" + say(each)).orElse(""));
    }

    private String say(Message message) {
        return desk.say(message);
    }
}
