package orquesta.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.exercise.TryLog;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * A graded exercise as a student stands in it.
 *
 * @param got the most points of an answer so far, of {@code points}
 * @param tries how many different answers were graded
 */
record GradedExercise(String exercise, String title, String lesson, double points, double got, int tries) {
    /** The exercises of a checkout, in the order of their names. */
    static List<GradedExercise> of(Workplace workplace, Language language) {
        TryLog log = new TryLog(workplace.cache());
        Catalogue exercises = workplace.exercises();
        return exercises.names().stream()
                .map(name -> of(read(exercises, name), log, language))
                .toList();
    }

    private static GradedExercise of(JsonNode exercise, TryLog log, Language language) {
        String id = exercise.path("id").asText();
        return new GradedExercise(
                id,
                exercise.path("title").path(language.code()).asText(),
                exercise.path("lesson").asText(),
                exercise.path("points").asDouble(),
                log.points(id),
                log.tries(id));
    }

    private static JsonNode read(Catalogue exercises, String name) {
        try {
            return new ObjectMapper().readTree(exercises.find(name).json().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isWhole() {
        return got == points;
    }

    Message told(Language language) {
        String key = tries == 0 ? "course.untried" : "course.tried";
        return Message.of(key, exercise, title, Points.text(got, language), Points.text(points, language));
    }
}
