package orquesta.values;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/** Records, texts and trees of JSON as JSON. What would come back as something else is refused when it is written. */
final class JsonValues {
    /** Made for the first value: to look for modules opens every jar, and who only plans reads none. */
    private @Nullable JsonMapper made;

    private synchronized JsonMapper mapper() {
        if (made == null) {
            made = JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // money is exact in JSON too
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES) // a component since added
                    .enable(
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY) // a method called getTotal is no component
                    .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .build();
        }
        return made;
    }

    /**
     * A value as JSON that gives it back equal.
     *
     * @throws UserException if it would not; names the component and its type
     */
    byte[] write(Object value) throws IOException {
        try {
            byte[] text = mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
            Class<?> type = value instanceof JsonNode ? JsonNode.class : value.getClass();
            ValueDifference.between(value, mapper().readValue(text, type)).ifPresent(difference -> {
                throw refused(difference.place(), difference.type(), value);
            });
            return text;
        } catch (JsonMappingException e) {
            throw refused(placeOf(e), typeOf(e, value), value);
        } catch (JsonProcessingException e) {
            throw refused("", value.getClass().getSimpleName(), value);
        }
    }

    /**
     * The value of a text.
     *
     * @throws UserException if it is none of the wanted type, because that has changed since
     */
    Object read(byte[] text, Class<?> wanted) throws IOException {
        try {
            return wanted == JsonNode.class ? mapper().readTree(text) : mapper().readValue(text, wanted);
        } catch (JsonMappingException e) {
            String place = placeOf(e);
            throw new UserException(wanted.getSimpleName(), "value.changed", place.isEmpty() ? "JSON" : place);
        }
    }

    private static UserException refused(String place, String type, Object value) {
        String record = value.getClass().getSimpleName();
        return new UserException(record, "value.json_type", place.isEmpty() ? record : place, type);
    }

    /** {@code lineas.0.precio} */
    private static String placeOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String typeOf(JsonMappingException e, Object value) {
        JavaType type = e instanceof InvalidDefinitionException definition ? definition.getType() : null;
        return type == null
                ? value.getClass().getSimpleName()
                : type.getRawClass().getSimpleName();
    }
}
