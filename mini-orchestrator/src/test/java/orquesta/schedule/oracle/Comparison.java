package orquesta.schedule.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Asks the oracle and an evaluator the same, and says in one text what differs. */
final class Comparison {
    private static final WallClock ORACLE = new WallClock();

    private final Ticks judged;
    private final LongAdder questions = new LongAdder();
    private final LongAdder ticks = new LongAdder();

    Comparison(Ticks judged) {
        this.judged = judged;
    }

    /** What both are asked: every tick later than {@code after} and not later than {@code until}. */
    record Question(String expression, ZoneId zone, Instant after, Instant until) {
        Question with(String other) {
            return new Question(other, zone, after, until);
        }
    }

    /** How much was asked so far, in words. */
    String counts() {
        return questions + " questions, " + ticks + " ticks";
    }

    /** What differs between {@code after} and {@code until}; empty if nothing does. */
    Optional<String> difference(Question question) {
        Answer expected =
                answer(() -> ORACLE.until(question.expression(), question.zone(), question.after(), question.until()));
        int asked = expected.ticks().size() + 1;
        questions.increment();
        ticks.add(expected.ticks().size());
        Answer actual = answer(() -> judged.next(question.expression(), question.zone(), question.after(), asked));
        if (!expected.refusal().isEmpty() || !actual.refusal().isEmpty()) {
            boolean same = expected.refusal().isEmpty() == actual.refusal().isEmpty();
            return same ? Optional.empty() : Optional.of(told(question, refusal(expected), refusal(actual)));
        }
        return differentTick(question, expected.ticks(), actual.ticks());
    }

    private static Optional<String> differentTick(Question question, List<WallTick> expected, List<WallTick> actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (i >= actual.size() || !expected.get(i).equals(actual.get(i))) {
                String given = i < actual.size() ? actual.get(i).toString() : "nothing";
                return Optional.of(told(question, expected.get(i).toString(), given));
            }
        }
        if (actual.size() != expected.size() + 1) {
            return Optional.of(told(question, (expected.size() + 1) + " ticks", actual.size() + " ticks"));
        }
        WallTick next = actual.get(expected.size());
        boolean late = next.at().isAfter(question.until());
        return late ? Optional.empty() : Optional.of(told(question, "none before the end", next.toString()));
    }

    /** The shortest expression that still differs, and how; empty if this one does not differ. */
    Optional<String> shortest(Question question) {
        Optional<String> found = difference(question);
        Question shortest = question;
        while (found.isPresent()) {
            Optional<Question> shorter = shorter(shortest);
            if (shorter.isEmpty()) {
                return difference(shortest);
            }
            shortest = shorter.get();
        }
        return found;
    }

    private Optional<Question> shorter(Question question) {
        return RandomCron.shorter(question.expression()).stream()
                .map(question::with)
                .filter(smaller -> difference(smaller).isPresent())
                .findFirst();
    }

    private static String told(Question question, String expected, String actual) {
        return "'" + question.expression() + "' in " + question.zone() + " after " + question.after() + "\n  oracle "
                + expected + "\n  judged " + actual;
    }

    private static String refusal(Answer answer) {
        return answer.refusal().isEmpty() ? "accepts it" : "refuses it: " + answer.refusal();
    }

    private static Answer answer(Source source) {
        try {
            return new Answer(source.ticks(), "");
        } catch (Ticks.Refused refused) {
            return new Answer(List.of(), "refused, " + refused.getMessage());
        }
    }

    @FunctionalInterface
    private interface Source {
        List<WallTick> ticks() throws Ticks.Refused;
    }

    /** Ticks, or the sentence of a refusal. */
    private record Answer(List<WallTick> ticks, String refusal) {}
}
