package orquesta.notebook;

import java.util.List;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import orquesta.autograder.compile.CompileError;
import orquesta.autograder.compile.Gloss;
import orquesta.text.Message;

/** What may be behind the errors of the compiler in a cell: the grader's words, and what only happens in a notebook. */
final class CompilerHints {
    private CompilerHints() {}

    /** A sentence for each kind of error that the cell has. */
    static List<Message> of(JShell shell, SnippetEvent refused) {
        return shell.diagnostics(refused.snippet())
                .filter(Diag::isError)
                .map(CompilerHints::of)
                .distinct()
                .toList();
    }

    private static Message of(Diag error) {
        if (error.getCode().startsWith("compiler.err.cant.resolve")) {
            return Message.of("kernel.unknown");
        }
        return Gloss.of(new CompileError("", 0, 0, error.getCode(), error.getMessage(null), ""));
    }
}
