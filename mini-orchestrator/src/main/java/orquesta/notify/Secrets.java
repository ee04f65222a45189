package orquesta.notify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import orquesta.text.Message;

/** The variables of the environment, and what of them may be said: nothing that looks like a key, an address or a password. */
record Secrets(Map<String, String> environment) {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(PASS|PWD|TOKEN|SECRET|KEY|URL|SMTP|MAIL|_DB|AVISOS|ALERT).*");
    private static final int SHORTEST = 4;
    private static final String HIDDEN = "***";

    Secrets {
        environment = Map.copyOf(environment);
    }

    /**
     * The value of a variable.
     *
     * @throws NotSent if it is not there
     */
    String require(String variable) throws NotSent {
        return find(variable).orElseThrow(() -> new NotSent(false, Message.of("alert.no_variable", variable)));
    }

    /** The value of a variable; empty if it is not set. */
    Optional<String> find(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A text of somebody else's without the values of those variables and without these parts of them. */
    String hide(String text, String... parts) {
        List<String> values = environment.entrySet().stream()
                .filter(entry -> SECRET.matcher(entry.getKey()).matches())
                .map(entry -> entry.getValue().strip())
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String shown = text;
        for (String value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        for (String part : parts) {
            shown = part.isEmpty() ? shown : shown.replace(part, HIDDEN);
        }
        return shown;
    }
}
