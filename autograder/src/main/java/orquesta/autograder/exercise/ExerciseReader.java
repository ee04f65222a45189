package orquesta.autograder.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Reads {@code exercise.json}, and refuses what FORMAT.md does not know. */
public final class ExerciseReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private ExerciseReader() {}

    public static Exercise read(ExerciseFolder folder) {
        String file = folder.name() + "/exercise.json";
        try {
            Exercise exercise = JSON.readValue(ExerciseFolder.read(folder.json()), Exercise.class);
            ExerciseProblems.require(folder, exercise);
            return exercise;
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new UserException(
                    file, "exercise.unknown_field", e.getPropertyName(), Nearest.clue(e.getPropertyName(), known));
        } catch (JsonMappingException e) {
            throw new UserException(file, "exercise.field", path(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new UserException(file, "exercise.json", e.getLocation().getLineNr(), e.getOriginalMessage());
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
    }
}
