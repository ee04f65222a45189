package orquesta.lesson;

import java.util.Map;
import java.util.SortedMap;

/**
 * All that one lesson asks, in one language.
 *
 * @param predictions what there is to choose from, by letter, for each; nothing where a number or words are predicted
 */
record Lesson(Map<String, SortedMap<String, String>> predictions, Map<String, Question> questions) {
    Lesson {
        predictions = Map.copyOf(predictions);
        questions = Map.copyOf(questions);
    }
}
