package orquesta.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import orquesta.event.Fact;
import orquesta.text.Names;

/** Facts as JSON: the type is the record's name in snake_case, the data its components. */
final class EventCodec {
    private static final Map<String, Class<?>> TYPES =
            Arrays.stream(Fact.class.getPermittedSubclasses()).collect(Collectors.toMap(Names::snake, type -> type));

    /** Made when somebody reads or writes the first value: a look that needs none loads no JSON. */
    private static final class Mapper {
        static final JsonMapper JSON = JsonMapper.builder()
                .addModule(new JavaTimeModule()) // to look for modules opens every jar
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    String type(Fact fact) {
        return Names.snake(fact.getClass());
    }

    Fact fact(String type, String data) {
        Class<?> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException(
                    "the log holds an event of type '" + type + "', which this version does not know");
        }
        return (Fact) read(data, known);
    }

    String write(Object value) {
        try {
            return Mapper.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(String data, Class<T> type) {
        try {
            return Mapper.JSON.readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
