package orquesta.text;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was read from variables of the environment, so that no log and no reason repeats it: each is shown as its variable. */
public final class SecretValues {
    /** Those of this process. */
    public static final SecretValues KNOWN = new SecretValues();

    /** A shorter one would be found in words that have nothing to do with it. */
    private static final int SHORTEST = 4;

    private static final Pattern PASSWORD_OF_ADDRESS = Pattern.compile("://[^/@\\s]*?:([^/@\\s]+)@");

    /** The longest first: one may be a part of another. */
    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    private record Secret(String variable, String value) {}

    /** Remembers the value of a variable, and the password in it where it is an address. */
    public synchronized void add(String variable, String value) {
        remember(new Secret(variable, value.strip()));
        Matcher address = PASSWORD_OF_ADDRESS.matcher(value);
        if (address.find()) {
            remember(new Secret(variable, address.group(1)));
        }
    }

    private void remember(Secret secret) {
        if (secret.value().length() >= SHORTEST && !secrets.contains(secret)) {
            secrets.add(secret);
            secrets.sort(
                    Comparator.comparingInt((Secret known) -> -known.value().length()));
        }
    }

    /** The text with {@code ${VARIABLE}} where a value stood. */
    public String hide(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            shown = shown.replace(secret.value(), "${" + secret.variable() + "}");
        }
        return shown;
    }

    /** The same in what fills the gaps of a sentence. */
    public Message hide(Message sentence) {
        return new Message(
                sentence.key(), sentence.args().stream().map(this::hide).toList());
    }
}
