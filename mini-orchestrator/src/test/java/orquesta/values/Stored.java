package orquesta.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.relation.Duck;
import orquesta.testkit.TestKit;

/** A storage of its own for a test: writes values and reads them again as any type. */
final class Stored implements AutoCloseable {
    private final Path folder;
    private final Duck duck;
    private final Storage storage;
    private int count = 0;

    Stored(Path folder) {
        this.folder = folder;
        this.duck = new Duck(folder.resolve("tmp"));
        this.storage = new Storage(folder.resolve("data"), duck, (pipeline, asset) -> List.of());
    }

    Storage storage() {
        return storage;
    }

    Duck duck() {
        return duck;
    }

    Materialization write(Object value, Type type) throws IOException {
        ValueId id = new ValueId(new RunId("test", ++count), Task.of(new AssetKey("a")), 1);
        return storage.write(value, type, id);
    }

    Materialization write(Relation relation) throws IOException {
        return write(relation, Relation.class);
    }

    Object readAs(Materialization value, Type type) throws IOException {
        return storage.read(value, type);
    }

    List<String> lines(Materialization value) throws IOException {
        return TestKit.lines((Relation) storage.read(value, Relation.class));
    }

    JsonNode json(Materialization value) throws IOException {
        return (JsonNode) storage.read(value, JsonNode.class);
    }

    Path folder() {
        return folder;
    }

    /** {@code List<T>}. */
    static Type listOf(Class<?> record) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {record};
            }

            @Override
            public Type getRawType() {
                return List.class;
            }

            @Override
            public Type getOwnerType() {
                return List.class;
            }

            @Override
            public String getTypeName() {
                return "List<" + record.getSimpleName() + ">";
            }
        };
    }

    @Override
    public void close() {
        duck.close();
    }
}
