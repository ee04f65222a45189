package orquesta.autograder.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.autograder.files.SourceNames;

/** Where a source says that it belongs. Each pattern reads a text once, however it is made: it is somebody else's. */
public final class JavaText {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)|//[^\\n]*");
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+([\\w$.\\p{L}]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([\\w$\\p{L}]+)");
    private static final Pattern PUBLIC =
            Pattern.compile("\\bpublic\\s+(?:[a-z-]+\\s+){0,4}?(?:class|record|interface|enum)\\s+([\\w$\\p{L}]+)");

    private JavaText() {}

    static String withoutComments(String source) {
        return COMMENT.matcher(source).replaceAll("");
    }

    /** The path of a file of this name in the package that its text names. */
    public static String place(String name, String source) {
        if (!SourceNames.isSource(name)) {
            return name;
        }
        Matcher found = PACKAGE.matcher(withoutComments(source));
        return found.lookingAt() ? found.group(1).replace('.', '/') + "/" + name : name;
    }

    /** The path that its package and its type ask for, whatever its file is called. */
    static Optional<String> ownPlace(String source) {
        String code = withoutComments(source);
        return first(PUBLIC, code).or(() -> first(TYPE, code)).map(type -> place(type + ".java", source));
    }

    private static Optional<String> first(Pattern pattern, String code) {
        Matcher found = pattern.matcher(code);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
