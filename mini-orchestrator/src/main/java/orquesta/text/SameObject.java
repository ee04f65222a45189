package orquesta.text;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds {@code ==} between texts, dates or exact numbers, by which Java asks whether both are one object: it compiles, and is
 * false of equal values that come from a file.
 */
public final class SameObject {
    private static final Pattern NO_CODE = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\""
            + "|(?<other>'(?:[^'\\\\]|\\\\.)'|//[^\\n]*|/\\*.*?\\*/)");

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:String|LocalDate|LocalDateTime|BigDecimal)\\s+(\\w+)\\b(?!\\s*\\()");

    private static final Pattern COMPARED =
            Pattern.compile("(?<left>\"\"|(?<![.\\w])\\w+)?\\s*(?<sign>[!=]=)\\s*(?<right>\"\"|\\w+(?![.(\\w]))?");

    private static final Set<String> NO_OBJECT = Set.of("null");

    private SameObject() {}

    /** A sentence about the first one in a source; nothing is said of what is compared with null, or of other types. */
    public static Optional<Message> in(String source) {
        String code =
                NO_CODE.matcher(source).replaceAll(found -> ((Matcher) found).group("other") == null ? "\"\"" : " ");
        Set<String> names = new HashSet<>(Set.of("\"\""));
        DECLARED.matcher(code).results().map(found -> found.group(1)).forEach(names::add);
        Matcher compared = COMPARED.matcher(code);
        while (compared.find()) {
            if (sides(compared).stream().anyMatch(names::contains)
                    && sides(compared).stream().noneMatch(NO_OBJECT::contains)) {
                return Optional.of(Message.of("gloss.same_object", compared.group("sign")));
            }
        }
        return Optional.empty();
    }

    private static Set<String> sides(MatchResult compared) {
        return Stream.of(compared.group(1), compared.group(3))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
