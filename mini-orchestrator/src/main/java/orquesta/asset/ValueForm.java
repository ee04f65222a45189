package orquesta.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** How the value of an asset is kept. What is written in a form can be read as any Java type of that form. */
public enum ValueForm {
    /** A {@link Relation}, a Tablesaw {@code Table} or a {@code List} of records: a Parquet file. */
    TABLE,
    /** A {@code Path}: the file or folder itself. */
    FILE,
    /** A record, a {@code String} or a {@code JsonNode}: a JSON file. */
    JSON,
    /** {@code void}: an asset without a value; what only comes after it has a parameter of type {@code Void}, which is null. */
    NOTHING;

    /** The form of a Java type; empty for a type that no asset may have. */
    public static Optional<ValueForm> of(Type type) {
        if (type == void.class || type == Void.class) {
            return Optional.of(NOTHING);
        }
        if (type == Relation.class || type == Table.class || recordOfList(type).isPresent()) {
            return Optional.of(TABLE);
        }
        if (type == Path.class) {
            return Optional.of(FILE);
        }
        boolean json = type == String.class || type == JsonNode.class || isRecord(type);
        return json ? Optional.of(JSON) : Optional.empty();
    }

    /** The record type of a {@code List} of records. */
    public static Optional<Class<?>> recordOfList(Type type) {
        if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && isRecord(list.getActualTypeArguments()[0])) {
            return Optional.of((Class<?>) list.getActualTypeArguments()[0]);
        }
        return Optional.empty();
    }

    /** Whether a value written as one type can be read as another. */
    public static boolean fits(Type written, Type read) {
        Optional<ValueForm> form = of(written);
        if (form.isEmpty() || !form.equals(of(read))) {
            return false;
        }
        if (form.get() == NOTHING) {
            return read == Void.class;
        }
        return form.get() != JSON || written.equals(read) || read == JsonNode.class;
    }

    /** A type as a student wrote it: {@code List<Venta>}. */
    public static String nameOf(Type type) {
        return type.getTypeName().replaceAll("[\\w$.]+[.$](?=\\w)", "");
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> plain && plain.isRecord();
    }
}
