package orquesta.autograder.judge;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.AnswerKey;
import orquesta.autograder.exercise.AnswerKey.Misconception;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/** Judges lines {@code name = value} by their types. What is right is never told. */
public final class AnswerJudge {
    private static final int SHOWN = 60;

    private final AnswerSheet sheet;
    private final Map<String, String> right;

    /** @param right the values of the lines, and of misconceptions: {@code line.misconception} */
    public AnswerJudge(String text, Map<String, String> right) {
        this.sheet = new AnswerSheet(text);
        this.right = right;
    }

    /** The first line of the check that is not right; none means that it passed. */
    public Optional<Difference> difference(GradedCheck check) {
        return check.answers().stream().flatMap(key -> difference(key).stream()).findFirst();
    }

    private Optional<Difference> difference(AnswerKey key) {
        if (sheet.isTwice(key.name())) {
            return said(DifferenceKind.UNREADABLE, Message.of("answer.twice", key.name()), "");
        }
        Optional<String> given = sheet.value(key.name());
        if (given.isEmpty()) {
            return said(DifferenceKind.MISSING, Message.of("difference.missing", key.name()), "");
        }
        String value = given.get();
        if (AnswerSheet.isTooLong(value) || !isReadable(key, value)) {
            return said(DifferenceKind.UNREADABLE, unreadable(key), value);
        }
        if (isRight(key, value)) {
            return Optional.empty();
        }
        Optional<Misconception> known = key.wrong().stream()
                .filter(wrong -> equal(key, value, wrongValue(key, wrong)))
                .findFirst();
        return known.isPresent()
                ? said(
                        DifferenceKind.MISCONCEPTION,
                        Message.either(
                                known.get().says().en(), known.get().says().es()),
                        value)
                : said(DifferenceKind.VALUE, Message.of("answer.value", key.name()), value);
    }

    private static Optional<Difference> said(DifferenceKind kind, Message what, String given) {
        List<Message> details = given.isEmpty() ? List.of() : List.of(Message.of("answer.yours", shown(given)));
        return Optional.of(new Difference(kind, what, details, Optional.empty()));
    }

    private static String shown(String given) {
        return ShortTexts.cut(given, SHOWN).replaceAll("[\\p{Cc}\\p{Cf}]", "·");
    }

    private static Message unreadable(AnswerKey key) {
        return switch (key.type()) {
            case NUMBER -> Message.of("answer.no_number", key.name());
            case CHOICE -> Message.of("answer.no_choice", key.name(), String.join(", ", key.options()));
            case CRON -> Message.of("answer.no_cron", key.name());
            case WORD -> Message.of("answer.no_word", key.name());
        };
    }

    private boolean isReadable(AnswerKey key, String value) {
        return switch (key.type()) {
            case NUMBER -> !NumberWords.readings(value).isEmpty();
            case CHOICE -> plain(key.options()).containsAll(choices(value));
            case CRON -> CronWords.of(value).isPresent();
            case WORD -> true;
        };
    }

    private boolean isRight(AnswerKey key, String value) {
        List<String> all =
                key.stated().isEmpty() ? List.of(requireNonNullElse(right.get(key.name()), "")) : key.stated();
        return all.stream().anyMatch(one -> equal(key, value, one));
    }

    private String wrongValue(AnswerKey key, Misconception wrong) {
        String stated = wrong.value();
        return stated == null ? right.getOrDefault(key.name() + "." + wrong.name(), "") : stated;
    }

    private static boolean equal(AnswerKey key, String given, String wanted) {
        return switch (key.type()) {
            case NUMBER -> isNear(given, wanted, new BigDecimal(requireNonNullElse(key.tolerance(), "0")));
            case CHOICE -> choices(given).equals(choices(wanted));
            case CRON -> CronWords.of(given).equals(CronWords.of(wanted));
            case WORD -> AnswerSheet.plain(given).equals(AnswerSheet.plain(wanted));
        };
    }

    private static boolean isNear(String given, String wanted, BigDecimal tolerance) {
        BigDecimal right;
        try {
            right = new BigDecimal(wanted.strip());
        } catch (NumberFormatException e) {
            return false;
        }
        return NumberWords.readings(given).stream()
                .anyMatch(one -> one.subtract(right).abs().compareTo(tolerance) <= 0);
    }

    private static Set<String> choices(String value) {
        return Arrays.stream(value.split("[,;]"))
                .map(AnswerSheet::plain)
                .filter(choice -> !choice.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> plain(List<String> options) {
        return options.stream().map(AnswerSheet::plain).collect(Collectors.toSet());
    }
}
