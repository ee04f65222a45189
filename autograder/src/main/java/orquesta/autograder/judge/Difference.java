package orquesta.autograder.judge;

import java.util.List;
import java.util.Optional;
import orquesta.text.Message;

/**
 * How an answer differs from what was expected.
 *
 * @param what the class in a sentence, without data: all that a hidden check shows
 * @param details the row and the counts
 */
public record Difference(DifferenceKind kind, Message what, List<Message> details, Optional<Sample> sample) {
    public Difference {
        details = List.copyOf(details);
    }

    /**
     * The first cell or row that differs. Numbers begin with 1; 0, and an empty text, is none.
     *
     * @param row the number of the row in the answer, or, if it is missing there, among the expected ones
     */
    public record Sample(int row, String column, String expected, String actual, String input) {}

    public static Difference of(DifferenceKind kind, Message what) {
        return new Difference(kind, what, List.of(), Optional.empty());
    }
}
