package orquesta.resource;

import orquesta.text.SecretValues;
import orquesta.text.UserException;

/** What the environment of the process holds and no file should: keys and passwords. */
public final class Environment {
    private Environment() {}

    /**
     * A variable that a resource cannot do without; ask for it inside its recipe, so that only a run that borrows it needs it.
     * From then on what code prints or throws shows {@code ${VARIABLE}} in its place (four characters or more).
     *
     * @throws UserException if it is not set, or blank
     */
    public static String require(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new UserException(variable, "resource.no_variable", variable);
        }
        SecretValues.KNOWN.add(variable, value);
        return value;
    }
}
