package orquesta.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import orquesta.text.Problem;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the pipeline that the user typed into a remedy that says {@code PIPELINE}, so that it works when it is pasted. */
final class TypedWords {
    private TypedWords() {}

    static String in(Problem problem, CommandSpec command) {
        String sentence = problem.toString();
        return pipeline(command)
                .map(typed -> sentence.replaceAll("\\bPIPELINE\\b", Matcher.quoteReplacement(quoted(typed))))
                .orElse(sentence);
    }

    private static Optional<String> pipeline(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(parameter -> parameter.paramLabel().startsWith("PIPELINE"))
                .map(ArgSpec::stringValues)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** As a shell reads it. */
    private static String quoted(String word) {
        return word.matches("[\\w./~@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
