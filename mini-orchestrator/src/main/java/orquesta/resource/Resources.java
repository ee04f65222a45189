package orquesta.resource;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** The resources of one run: opened before its first step, closed in reverse after its last, also after failures. */
public final class Resources implements AutoCloseable {
    private final Map<String, Object> opened = new TreeMap<>();
    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final List<Problem> closingProblems = new ArrayList<>();

    private Resources() {}

    /** Opens recipes in their order; if one fails, those already open are closed and one sentence says which failed. */
    public static Resources open(Map<String, Resource<?>> recipes, Evaluator evaluator) {
        Resources resources = new Resources();
        recipes.forEach((name, recipe) -> resources.open(name, recipe, evaluator));
        return resources;
    }

    private <T> void open(String name, Resource<T> recipe, Evaluator evaluator) {
        try {
            T thing = recipe.open(evaluator);
            opened.put(name, thing);
            toClose.push(() -> closeOne(name, recipe, thing));
        } catch (Exception | Error e) {
            close();
            if (e instanceof UserException user) {
                throw user;
            }
            UserException told = new UserException(name, "resource.open", name, said(e));
            told.initCause(e);
            throw told;
        }
    }

    private <T> void closeOne(String name, Resource<T> recipe, T thing) {
        try {
            recipe.close(thing);
        } catch (Exception | Error e) { // the others are closed all the same
            closingProblems.add(Problem.at(name, "resource.close", name, said(e)));
        }
    }

    private static String said(Throwable e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    public Object get(String name) {
        Object thing = opened.get(name);
        if (thing == null) {
            throw new IllegalStateException("resource " + name + " is not open");
        }
        return thing;
    }

    /** All that is open. */
    public Collection<Object> all() {
        return opened.values();
    }

    /** What went wrong when resources were closed; known after {@link #close}. */
    public List<Problem> closingProblems() {
        return List.copyOf(closingProblems);
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
    }
}
