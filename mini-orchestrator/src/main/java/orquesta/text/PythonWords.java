package orquesta.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody meant who wrote Python in a line of Java: asked only of a line that the compiler refused. */
public final class PythonWords {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Map<Pattern, String> WORDS = Map.of(
            Pattern.compile("\\bNone\\b"), "null",
            Pattern.compile("\\bTrue\\b"), "true",
            Pattern.compile("\\bFalse\\b"), "false",
            Pattern.compile("\\band\\b"), "&&",
            Pattern.compile("\\bor\\b"), "||",
            Pattern.compile("\\bnot\\b(?! in\\b)"), "!",
            Pattern.compile("\\bis\\b(?! not\\b)"), "==",
            Pattern.compile("\\belif\\b"), "else if",
            Pattern.compile("\\bprint\\s*\\("), "System.out.println(");

    private static final Pattern BLOCK =
            Pattern.compile("^\\s*(if|elif|else|for|while|def|class|try|with)\\b[^?]*:\\s*$");
    private static final Pattern LIST = Pattern.compile("(^|[=(,]|\\breturn)\\s*\\[");
    private static final Pattern LENGTH = Pattern.compile("\\blen\\s*\\(");
    private static final Pattern FORMATTED = Pattern.compile("\\bf\"");

    private PythonWords() {}

    /** The same in Java, if the line has a word, a sign or a block of Python; what stands within texts does not count. */
    public static Optional<Message> in(String line) {
        if (FORMATTED.matcher(line).find()) {
            return Optional.of(Message.of("gloss.python_text"));
        }
        String code = TEXT.matcher(line).replaceAll("\"\"");
        if (BLOCK.matcher(code).find()) {
            return Optional.of(Message.of("gloss.python_block"));
        }
        if (LIST.matcher(code).find()) {
            return Optional.of(Message.of("gloss.python_list"));
        }
        if (LENGTH.matcher(code).find()) {
            return Optional.of(Message.of("gloss.python_length"));
        }
        return first(code);
    }

    /** The word that stands first in the line. */
    private static Optional<Message> first(String code) {
        return WORDS.entrySet().stream()
                .flatMap(word -> Stream.of(word.getKey().matcher(code))
                        .filter(Matcher::find)
                        .map(found -> Map.entry(found.start(), said(found.group(), word.getValue()))))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private static Message said(String python, String java) {
        return Message.of("gloss.python_word", python.replace("(", ""), java.replace("(", ""));
    }
}
