package orquesta.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import orquesta.asset.Task;
import orquesta.text.Problem;
import orquesta.text.SecretValues;
import orquesta.text.UserException;

/** The resources of one run: opened before its first step, closed in reverse after its last, also after failures. */
public final class Resources implements AutoCloseable {
    private static final Pattern FULL_STOPS = Pattern.compile("\\.+\\s*$");

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
            UserException told = unopened(name, recipe.setting(), said(e));
            told.initCause(e);
            throw told;
        }
    }

    /** Says what it was opened from too, if anything: that is what {@code --set} replaces. */
    private static UserException unopened(String name, String setting, String said) {
        return setting.isEmpty()
                ? new UserException(name, "resource.open", name, said)
                : new UserException(name, "resource.open_from", name, setting, said);
    }

    private <T> void closeOne(String name, Resource<T> recipe, T thing) {
        try {
            recipe.close(thing);
        } catch (Exception | Error e) { // the others are closed all the same
            closingProblems.add(Problem.at(name, "resource.close", name, said(e)));
        }
    }

    private static String said(Throwable e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return SecretValues.KNOWN.hide(
                e.getClass().getSimpleName() + FULL_STOPS.matcher(message).replaceFirst(""));
    }

    public Object get(String name) {
        Object thing = opened.get(name);
        if (thing == null) {
            throw new IllegalStateException("resource " + name + " is not open");
        }
        return thing;
    }

    /** Where the files of a folder go to that a resource handed out to an asset; empty for any other folder. */
    public Optional<Path> targetOf(Path folder, Task asset) throws IOException {
        Optional<Path> target = Optional.empty();
        for (Object resource : opened.values()) {
            if (resource instanceof StagedFiles files && target.isEmpty()) {
                target = files.targetOf(folder, asset);
            }
        }
        return target;
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
