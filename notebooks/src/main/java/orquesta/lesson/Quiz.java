package orquesta.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * Questions for understanding: nobody is graded here. Each wrong answer hears why, and the name of what it believes.
 *
 * <pre>{@code
 * Quiz.ask("L04.exit-code")
 * Quiz.ask("L04.exit-code", "b")
 * }</pre>
 */
public final class Quiz {
    private final Desk desk;

    Quiz(Desk desk) {
        this.desk = desk;
    }

    /** Shows a question. */
    public static MarkdownCard ask(String id) {
        return new MarkdownCard(Desk.here().lessons().question(id).shown());
    }

    /** Answers a question: the letter of an option or its number from 1, all letters where several are right, or a value. */
    public static MarkdownCard ask(String id, @Nullable Object answer) {
        return new Quiz(Desk.here()).answer(id, new Answer(answer));
    }

    MarkdownCard answer(String id, Answer answer) {
        Question question = desk.lessons().question(id);
        if (answer.isMissing()) {
            return card(Message.of("quiz.missing." + question.kind().name().toLowerCase(Locale.ROOT)));
        }
        return question.kind() == Question.Kind.VALUE ? value(id, question, answer) : choice(id, question, answer);
    }

    private MarkdownCard value(String id, Question question, Answer answer) {
        OptionalInt found = answer.among(question.options());
        if (found.isPresent()) {
            int chosen = found.getAsInt();
            return recorded(
                    id,
                    question,
                    answer,
                    List.of(chosen),
                    verdict(question.options().get(chosen)));
        }
        String none = say(Message.of("quiz.none", WrittenNumber.shown(answer.text(), desk.language())));
        String hint = question.hint().isEmpty() ? "" : " " + question.hint();
        return recorded(id, question, answer, List.of(), none + hint);
    }

    private MarkdownCard choice(String id, Question question, Answer answer) {
        List<Integer> chosen = answer.chosen();
        int last = question.options().size() - 1;
        if (chosen.isEmpty() || chosen.stream().anyMatch(i -> i < 0 || i > last)) {
            return card(Message.of("quiz.letter", answer.text(), Question.letter(last)));
        }
        if (question.kind() == Question.Kind.CHOICE && chosen.size() > 1) {
            return card(Message.of("quiz.one", answer.text()));
        }
        String said = question.kind() == Question.Kind.CHOICE
                ? verdict(question.options().get(chosen.get(0)))
                : each(question, chosen);
        return recorded(id, question, answer, chosen, said);
    }

    /** Each chosen option with its reason, then whether that was all. */
    private String each(Question question, List<Integer> chosen) {
        Stream<String> lines = chosen.stream()
                .map(i -> "**" + Question.letter(i) + ")** "
                        + verdict(question.options().get(i)));
        boolean all = isRight(question, chosen);
        boolean wrong = chosen.stream().anyMatch(i -> !question.options().get(i).right());
        String end = wrong ? "quiz.again" : "quiz.more";
        end = all ? "quiz.all" : end;
        return Stream.concat(lines, Stream.of(say(Message.of(end)))).collect(Collectors.joining("\n\n"));
    }

    private String verdict(Option option) {
        String sign = say(Message.of(option.right() ? "quiz.right" : "quiz.wrong"));
        String belief = option.misconception() == null
                ? ""
                : "\n\n"
                        + say(Message.of(
                                "quiz.misconception", option.misconception().name()));
        return "**" + sign + "** " + option.reason() + belief;
    }

    private static boolean isRight(Question question, List<Integer> chosen) {
        boolean several = question.kind() == Question.Kind.SEVERAL;
        long wanted =
                several ? question.options().stream().filter(Option::right).count() : 1;
        return chosen.size() == wanted
                && chosen.stream().allMatch(i -> question.options().get(i).right());
    }

    private MarkdownCard recorded(String id, Question question, Answer answer, List<Integer> chosen, String said) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("answer", answer.text());
        what.put("right", isRight(question, chosen));
        what.put(
                "misconceptions",
                chosen.stream()
                        .map(i -> question.options().get(i).misconception())
                        .flatMap(Stream::ofNullable)
                        .map(Option.Misconception::id)
                        .toList());
        String below = desk.progress().add("answer", id, what).map(this::say).orElseGet(() -> desk.line(id));
        return new MarkdownCard(said + "\n\n" + below);
    }

    private MarkdownCard card(Message message) {
        return new MarkdownCard(say(message));
    }

    private String say(Message message) {
        return desk.say(message);
    }
}
