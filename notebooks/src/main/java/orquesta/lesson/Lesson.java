package orquesta.lesson;

import java.util.List;
import java.util.Map;

/**
 * All that one lesson asks, in one language.
 *
 * @param predictions their names; what is to be predicted stands in the notebook
 */
record Lesson(List<String> predictions, Map<String, Question> questions) {
    Lesson {
        predictions = List.copyOf(predictions);
        questions = Map.copyOf(questions);
    }
}
