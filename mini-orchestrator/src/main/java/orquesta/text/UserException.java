package orquesta.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the user gave cannot be used; holds every problem found, never only the first. */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public UserException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public UserException(String element, String key, @Nullable Object... args) {
        this(List.of(Problem.at(element, key, args)));
    }

    /** Throws one where this holds. */
    public static void when(boolean wrong, String element, String key, @Nullable Object... args) {
        if (wrong) {
            throw new UserException(element, key, args);
        }
    }

    /** Throws all of them; nothing if there are none. */
    public static void unlessNone(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    public List<Problem> problems() {
        return problems;
    }
}
