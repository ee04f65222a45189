package orquesta.text;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A method that a class of the kit or of its libraries does not have: those that it has, or the nearest of many. */
final class UnknownMethod {
    private static final Pattern PLACE = Pattern.compile(
            "symbol:\\s+method (\\w+)\\(.*\\)\\s+location: (?:variable \\w+ of type|class|interface) ([\\w.]+)",
            Pattern.DOTALL);

    /** More names than these are no help. */
    private static final int MOST_NAMES = 30;

    private static final Set<String> OF_EVERY_OBJECT =
            Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    private UnknownMethod() {}

    /**
     * What to say of it; empty if the message is about something else, or nothing here knows the class.
     *
     * @param packages of the classes that a message may name without one
     */
    static Optional<Message> of(String message, Map<String, String> packages) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return Optional.empty();
        }
        String type = place.group(2);
        String home = packages.get(type);
        return known(home == null ? type : home + "." + type).flatMap(methods -> said(type, place.group(1), methods));
    }

    private static Optional<Message> said(String type, String method, List<String> methods) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return methods.size() > MOST_NAMES
                ? Nearest.to(method, methods).map(near -> Message.of("gloss.near_method", name, method, near))
                : Optional.of(Message.of("gloss.unknown_method", name, method, Nearest.clue(method, methods)));
    }

    /** The names of its public methods, but those that every object has; empty if no such class can be found. */
    private static Optional<List<String>> known(String type) {
        try {
            return Optional.of(Arrays.stream(Class.forName(type, false, UnknownMethod.class.getClassLoader())
                            .getMethods())
                    .filter(method -> !method.isSynthetic())
                    .map(Method::getName)
                    .filter(name -> !OF_EVERY_OBJECT.contains(name))
                    .distinct()
                    .sorted()
                    .toList());
        } catch (ClassNotFoundException | LinkageError e) {
            return nested(type);
        }
    }

    /** The compiler writes {@code Job.Builder}, the loader wants {@code Job$Builder}. */
    private static Optional<List<String>> nested(String type) {
        int dot = type.lastIndexOf('.');
        boolean inClass = dot > 0 && Character.isUpperCase(type.charAt(type.lastIndexOf('.', dot - 1) + 1));
        return inClass ? known(type.substring(0, dot) + "$" + type.substring(dot + 1)) : Optional.empty();
    }
}
