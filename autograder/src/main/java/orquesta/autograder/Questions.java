package orquesta.autograder;

import java.util.List;
import java.util.Map;
import orquesta.autograder.exercise.Case;

/** What an answer is asked, as the generator of the exercise has made it. */
sealed interface Questions {
    record Nothing() implements Questions {}

    /** Tables that go in, and those that have to come out. */
    record Cases(List<Case> cases) implements Questions {
        public Cases {
            cases = List.copyOf(cases);
        }
    }

    /** The values of lines of a text, and of misconceptions: {@code line.misconception}. */
    record Answers(Map<String, String> values) implements Questions {
        public Answers {
            values = Map.copyOf(values);
        }
    }
}
