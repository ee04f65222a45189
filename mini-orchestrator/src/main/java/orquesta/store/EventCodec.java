package orquesta.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import orquesta.asset.Names;
import orquesta.event.Fact;

/** Facts as JSON: the type is the record's name in snake_case, the data its components. */
final class EventCodec {
    private static final Map<String, Class<?>> TYPES = types();

    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            types.put(
                    Names.snake(fact.getSimpleName().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                            + fact.getSimpleName().substring(1)),
                    fact);
        }
        return types;
    }

    String type(Fact fact) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue() == fact.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
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
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(String data, Class<T> type) {
        try {
            return json.readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
