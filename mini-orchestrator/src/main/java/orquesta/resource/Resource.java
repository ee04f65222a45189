package orquesta.resource;

import java.nio.file.Path;
import orquesta.text.UserException;

/**
 * A recipe for something that steps borrow: a folder, a database, a service. Definitions hold recipes; the thing itself
 * is opened once a run, before its first step, and closed after its last, in reverse order, also after failures.
 *
 * @param <T> the type that a step's parameter has
 */
public interface Resource<T> {
    /** The type that steps borrow it by. */
    Class<T> type();

    /** Opens the thing. The evaluator is for things that write relations to files; most have no use for it. */
    T open(Evaluator evaluator) throws Exception;

    /** Closes what {@link #open} gave. */
    default void close(T opened) throws Exception {}

    /** The same recipe pointed elsewhere: what {@code --set name=value} calls. */
    default Resource<T> set(String value) {
        throw new UserException("--set", "resource.cannot_set", type().getSimpleName(), value);
    }

    /** The same recipe, told the name that it is registered under, for messages that propose {@code --set name=value}. */
    default Resource<T> named(String name) {
        return this;
    }

    /** The same recipe with relative paths made absolute against a folder; a recipe without paths returns itself. */
    default Resource<T> from(Path folder) {
        return this;
    }
}
