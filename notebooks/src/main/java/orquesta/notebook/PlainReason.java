package orquesta.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.Message;

/** One line in plain words for what Java says of an exception, where a first reader needs it. */
final class PlainReason {
    private static final Pattern CAST = Pattern.compile("class (?<is>\\S+) cannot be cast to class (?<asked>\\S+)");

    private PlainReason() {}

    /** @param said the type of the exception and its message */
    static Optional<Message> of(String said) {
        if (said.startsWith(StackOverflowError.class.getName())) {
            return Optional.of(Message.of("kernel.endless"));
        }
        Matcher cast = CAST.matcher(said);
        if (cast.find()) {
            return Optional.of(Message.of("kernel.cast", simple(cast.group("is")), simple(cast.group("asked"))));
        }
        return NullName.in(said).map(name -> Message.of("kernel.null", name));
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
