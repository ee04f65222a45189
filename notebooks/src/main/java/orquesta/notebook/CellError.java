package orquesta.notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import orquesta.text.Gloss;
import orquesta.text.Message;
import orquesta.text.SourceLine;

/**
 * An error of the compiler in a cell.
 *
 * @param line the line of the cell, and a mark below the place
 * @param words the compiler's own, one line or more
 * @param hint what may be behind it: the kit's glossary, and what only happens in a notebook
 */
record CellError(String line, String words, Message hint) {
    private static final int WIDTH = 80;
    private static final Pattern NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    /** A card's answer as people write it, letters or a number: no name, no call and no condition, which a lesson may give. */
    private static final Pattern BARE_ANSWER =
            Pattern.compile("(Prediction\\.before|Quiz\\.ask)\\s*\\(\\s*\"[^\"]*\"\\s*,"
                    + "\\s*(?:[a-hA-H](?:[\\s,]*[a-hA-H])*|[^\\s\"()?]*\\d[^\"()?]*)\\s*\\)");

    /** The errors that the compiler found in a statement. */
    static List<CellError> of(JShell shell, SnippetEvent refused) {
        String source = refused.snippet().source();
        return shell.diagnostics(refused.snippet())
                .filter(Diag::isError)
                .map(error -> of(shell, error, source))
                .toList();
    }

    private static CellError of(JShell shell, Diag error, String source) {
        int position = (int) error.getPosition();
        Message hint = undeclared(shell, error, source).orElseGet(() -> hint(error, source));
        return new CellError(SourceLine.around(source, position, WIDTH), words(error), hint);
    }

    /** Of a name that a cell declares with something that Java does not know, so that JShell keeps it back in silence. */
    private static Optional<Message> undeclared(JShell shell, Diag error, String source) {
        Matcher name = NAME.matcher(source).region((int) error.getPosition(), source.length());
        if (!error.getCode().startsWith("compiler.err.cant.resolve") || !name.lookingAt()) {
            return Optional.empty();
        }
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .filter(snippet -> snippet instanceof DeclarationSnippet declared
                        && declared.name().equals(name.group()))
                .flatMap(snippet -> shell.unresolvedDependencies((DeclarationSnippet) snippet))
                .findFirst()
                .map(unknown -> Message.of("kernel.undeclared", name.group(), unknown));
    }

    /** Without the place: it is a class that JShell makes around the cell. */
    private static String words(Diag error) {
        return error.getMessage(null)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .collect(Collectors.joining("\n"));
    }

    private static Message hint(Diag error, String source) {
        int position = (int) error.getPosition();
        if (BARE_ANSWER
                .matcher(SourceLine.around(source, position, source.length()))
                .find()) {
            return Message.of("kernel.quotes");
        }
        Optional<Message> habit = PythonHabit.in(error, source);
        if (habit.isPresent()) {
            return habit.get();
        }
        if (error.getCode().startsWith("compiler.err.cant.resolve")) {
            return Message.of(source.startsWith(".", position) ? "kernel.unknown_member" : "kernel.unknown");
        }
        return Gloss.of(error.getCode(), error.getMessage(null));
    }
}
