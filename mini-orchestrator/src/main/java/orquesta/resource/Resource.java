package orquesta.resource;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * A recipe for something that steps borrow: a folder, a database, a service. Definitions hold recipes; the thing itself
 * is opened once a run, before its first step, and closed after its last, in reverse order, also after failures.
 *
 * @param <T> the type that a step's parameter has
 */
public interface Resource<T> {
    /**
     * A recipe that a function follows: {@code Resource.of(() -> new Tarifas(Environment.require("TARIFAS_KEY")))}. What is
     * {@link AutoCloseable} is closed by itself.
     *
     * @param type nothing: from it the compiler says which type the function gives
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only the type of the array is looked at
    static <T> Recipe<T> of(Callable<? extends T> opening, T... type) {
        return Recipe.of(Recipe.typeOf(type), Recipe.Setting.NONE, nothing -> opening.call());
    }

    /**
     * A recipe with a setting, which {@code --set name=value} replaces:
     * {@code Resource.with("0.19", tasa -> new Impuesto(new BigDecimal(tasa)))}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only the type of the array is looked at
    static <T> Recipe<T> with(String value, Recipe.Opening<? extends T> opening, T... type) {
        return Recipe.of(Recipe.typeOf(type), new Recipe.Setting(value, false), opening);
    }

    /**
     * A recipe for what lies in a file or folder, which {@code --set name=path} points elsewhere. A relative path starts at the
     * root of the pipeline: {@code Resource.at("lecturas.db", path -> DriverManager.getConnection("jdbc:sqlite:" + path))}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only the type of the array is looked at
    static <T> Recipe<T> at(String path, Recipe.Opening<? extends T> opening, T... type) {
        return Recipe.of(Recipe.typeOf(type), new Recipe.Setting(path, true), opening);
    }

    /** The type that steps borrow it by. */
    Class<T> type();

    /** Opens the thing. The evaluator is for things that write relations to files; most have no use for it. */
    T open(Evaluator evaluator) throws Exception;

    /** The text that it is opened from, for the message of one that does not open; empty if there is none. */
    default String setting() {
        return "";
    }

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

    /** The folder that {@link #from} named last; null as long as none did. */
    default @Nullable Path root() {
        return null;
    }

    /** What {@link #set} was given last, a relative path as the absolute one that it was then; null if nothing. */
    default @Nullable String given() {
        return null;
    }

    /** The same recipe with relative paths made absolute against a folder; a recipe without paths returns itself. */
    default Resource<T> from(Path folder) {
        return this;
    }
}
