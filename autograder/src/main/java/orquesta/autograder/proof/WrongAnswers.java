package orquesta.autograder.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.text.UserException;

/** {@code .teacher/wrong/wrong.json}: the wrong answers of an exercise, and what each one loses. */
final class WrongAnswers {
    private WrongAnswers() {}

    private record All(List<Wrong> wrong) {}

    /**
     * One wrong answer.
     *
     * @param difference the class that its first lost check is told with
     */
    record Wrong(String name, List<String> loses, String difference, Bilingual why) {}

    static List<Wrong> read(ExerciseFolder folder) {
        Path file = folder.wrong().resolve("wrong.json");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(ExerciseFolder.read(file), All.class)
                    .wrong();
        } catch (JsonProcessingException e) {
            throw new UserException(
                    folder.name() + "/.teacher/wrong/wrong.json", "exercise.field", "wrong", e.getOriginalMessage());
        }
    }
}
