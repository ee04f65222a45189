package orquesta.resource;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * A resource made of functions, see {@link Resource#of}. It holds what to do, never an open thing.
 *
 * @param <T> the type that steps borrow it by
 */
public final class Recipe<T> implements Resource<T> {
    /** Opens a thing from a setting. */
    public interface Opening<T> {
        T open(String setting) throws Exception;
    }

    /** Closes a thing. */
    public interface Closing<T> {
        void close(T opened) throws Exception;
    }

    /** What may be set from outside; null if nothing may. */
    record Setting(
            @Nullable String value,
            boolean path,
            @Nullable Path root,
            @Nullable String given) {
        static final Setting NONE = new Setting(null, false);

        Setting(@Nullable String value, boolean path) {
            this(value, path, null, null);
        }

        Setting from(Path folder) {
            String placed = path && value != null ? folder.resolve(value).toString() : value;
            return new Setting(placed, path, folder, given);
        }

        Setting set(String other) {
            String resolved = path ? Path.of(other).toAbsolutePath().toString() : other;
            return new Setting(resolved, path, root, resolved);
        }
    }

    private final Class<T> type;
    private final Setting setting;
    private final Opening<? extends T> opening;
    private final Closing<? super T> closing;

    private Recipe(Class<T> type, Setting setting, Opening<? extends T> opening, Closing<? super T> closing) {
        this.type = type;
        this.setting = setting;
        this.opening = opening;
        this.closing = closing;
    }

    static <T> Recipe<T> of(Class<T> type, Setting setting, Opening<? extends T> opening) {
        return new Recipe<>(type, setting, opening, Recipe::closeByItself);
    }

    /** The type of an empty array that the compiler made. */
    @SuppressWarnings("unchecked") // an array of T has T as the type of its components
    static <T> Class<T> typeOf(T[] none) {
        return (Class<T>) none.getClass().getComponentType();
    }

    private static void closeByItself(Object opened) throws Exception {
        if (opened instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** The same recipe with what is done at the end of a run: {@code Resource.of(Api::new).closing(Api::logOut)}. */
    public Recipe<T> closing(Closing<? super T> end) {
        return new Recipe<>(type, setting, opening, end);
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public T open(Evaluator evaluator) throws Exception {
        return opening.open(setting());
    }

    @Override
    public String setting() {
        return setting.value() == null ? "" : setting.value();
    }

    @Override
    public void close(T opened) throws Exception {
        closing.close(opened);
    }

    @Override
    public Resource<T> set(String value) {
        if (setting.value() == null) {
            throw new UserException("--set", "resource.cannot_set", type.getSimpleName(), value);
        }
        return new Recipe<>(type, setting.set(value), opening, closing);
    }

    @Override
    public @Nullable Path root() {
        return setting.root();
    }

    @Override
    public @Nullable String given() {
        return setting.given();
    }

    @Override
    public Resource<T> from(Path folder) {
        return new Recipe<>(type, setting.from(folder), opening, closing);
    }
}
