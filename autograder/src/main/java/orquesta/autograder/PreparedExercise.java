package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import orquesta.autograder.evidence.ChildQuestion;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.isolation.ChildImage;

/**
 * An exercise ready to be graded against: read, its questions made.
 *
 * @param start the starter's files and those that are given
 * @param tests where a check is a test
 * @param seed its name in the result: {@code practice} or {@code teacher}
 * @param explanation what is said to who has solved it
 * @param hash over all that decides a mark
 */
record PreparedExercise(
        Exercise exercise,
        SortedMap<String, String> start,
        Questions questions,
        Optional<Tests> tests,
        String seed,
        Bilingual explanation,
        String hash) {

    /** The tables that an answer is asked; none where it is asked something else. */
    List<Case> cases() {
        return questions instanceof Questions.Cases tables ? tables.cases() : List.of();
    }

    /** All that children are asked, in the order of the cases or trials. */
    List<ChildQuestion> put() throws IOException {
        return questions instanceof Questions.Trials calls
                ? ChildQuestion.ofTrials(exercise, calls.trials())
                : ChildQuestion.ofCases(exercise, cases());
    }

    /** What a method of any signature is called with; none where it is asked something else. */
    List<Trial> trials() {
        return questions instanceof Questions.Trials calls ? calls.trials() : List.of();
    }

    /** What the child of the answer is started from, where it may use more than the JDK. */
    Optional<ChildImage> image() {
        if (questions instanceof Questions.Trials calls) {
            return calls.image();
        }
        return questions instanceof Questions.Cases tables ? tables.image() : Optional.empty();
    }

    /** The values of lines of a text; none where something else is asked. */
    Map<String, String> answers() {
        return questions instanceof Questions.Answers answers ? answers.values() : Map.of();
    }

    /** The author's tests, compiled, and what they are run by. */
    record Tests(Path classes, ChildImage image) {}
}
