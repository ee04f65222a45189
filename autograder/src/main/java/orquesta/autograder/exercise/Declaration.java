package orquesta.autograder.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signature of a method as somebody writes it: {@code static Map<String, Integer> contar(List<String> palabras)}.
 *
 * @param parameters their types; here and in {@code returns} without packages and blanks
 */
public record Declaration(String returns, String method, List<String> parameters) {
    private static final Pattern FORM =
            Pattern.compile("(?:public )?static (.+?)\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*\\((.*)\\)");

    /** Empty where it cannot be read. */
    public static Optional<Declaration> of(String text) {
        Matcher found = FORM.matcher(text.strip().replaceAll("\\s+", " "));
        if (!found.matches()) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : split(found.group(3))) {
            int name = parameter.strip().lastIndexOf(' ');
            if (name < 0) {
                return Optional.empty();
            }
            parameters.add(plain(parameter.strip().substring(0, name)));
        }
        return Optional.of(new Declaration(plain(found.group(1)), found.group(2), parameters));
    }

    /** A type without packages, outer classes and blanks. */
    public static String plain(String type) {
        return type.replaceAll("\\s|[\\p{L}\\p{N}_]+[.$](?!\\.)", "").replace("...", "[]");
    }

    /** The simple names of the classes of the parameters. */
    public List<String> classes() {
        return parameters.stream().map(type -> type.replaceAll("<.*>", "")).toList();
    }

    /** At the commas that stand between no angle brackets. */
    private static List<String> split(String parameters) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < parameters.length(); i++) {
            char c = parameters.charAt(i);
            depth += c == '<' ? 1 : 0;
            depth -= c == '>' ? 1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(parameters.substring(begin, i));
                begin = i + 1;
            }
        }
        if (!parameters.isBlank()) {
            parts.add(parameters.substring(begin));
        }
        return parts;
    }
}
