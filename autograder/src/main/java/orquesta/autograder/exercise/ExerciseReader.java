package orquesta.autograder.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Reads {@code exercise.json}, and refuses what FORMAT.md does not know. */
public final class ExerciseReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
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
            throw new UserException(file, "exercise.field", path(e), why(e));
        } catch (JsonProcessingException e) {
            throw new UserException(file, "exercise.json", e.getLocation().getLineNr(), e.getOriginalMessage());
        }
    }

    /** Where it is, as somebody would say it: {@code checks[2].points}. */
    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static Message why(JsonMappingException e) {
        if (e.getCause() instanceof Words.UnknownWord word) {
            return word.what();
        }
        Class<?> wanted = e instanceof MismatchedInputException found && found.getTargetType() != null
                ? found.getTargetType()
                : Object.class;
        return Message.of(form(wanted));
    }

    private static String form(Class<?> wanted) {
        if (Collection.class.isAssignableFrom(wanted)) {
            return "exercise.wants_list";
        } else if (Set.of(int.class, long.class, Integer.class).contains(wanted)) {
            return "exercise.wants_whole";
        } else if (wanted == double.class) {
            return "exercise.wants_number";
        } else if (wanted == boolean.class) {
            return "exercise.wants_boolean";
        }
        return wanted == String.class || wanted.isEnum() ? "exercise.wants_text" : "exercise.wants_object";
    }
}
