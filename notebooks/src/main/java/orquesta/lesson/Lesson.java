package orquesta.lesson;

import java.util.Map;
import java.util.SortedMap;

/**
 * All that one lesson asks, in one language.
 *
 * @param title as its notebook is headed: {@code L04 · The monolith}
 * @param predictions what there is to choose from, by letter, for each; nothing where a number or words are predicted
 */
record Lesson(String title, Map<String, SortedMap<String, String>> predictions, Map<String, Question> questions) {
    Lesson {
        predictions = Map.copyOf(predictions);
        questions = Map.copyOf(questions);
    }
}
