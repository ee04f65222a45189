package orquesta.autograder.exercise;

import com.fasterxml.jackson.core.JsonParseException;
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
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Reads the JSON files of an author; what is wrong with one is said in our words, with the place. */
public final class BrokenJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final int WIDTH = 100;

    private BrokenJson() {}

    /**
     * The value that a file holds.
     *
     * @param file how the file is called in a message
     */
    public static <T> T read(String file, String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new UserException(
                    file, "exercise.unknown_field", e.getPropertyName(), Nearest.clue(e.getPropertyName(), known));
        } catch (JsonMappingException e) {
            boolean ends = e.getCause() instanceof JsonParseException;
            throw ends ? broken(file, text, e) : new UserException(file, "exercise.field", path(e), why(e));
        } catch (JsonProcessingException e) {
            throw broken(file, text, e);
        }
    }

    private static UserException broken(String file, String text, JsonProcessingException e) {
        int line = Math.max(1, e.getLocation().getLineNr());
        String shown = text.lines().skip(line - 1L).findFirst().orElse("").strip();
        return new UserException(file, "exercise.json", line, "\n    " + ShortTexts.cut(shown, WIDTH));
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
