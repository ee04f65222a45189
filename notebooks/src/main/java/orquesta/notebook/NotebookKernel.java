package orquesta.notebook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.kernel.util.TextColor;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.JavaKernelBuilder;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.dflib.jjava.kernel.execution.IncompleteSourceException;
import orquesta.autograder.CellAnswer;
import orquesta.autograder.CellAnswer.CellDeclaration;
import orquesta.text.Message;

/** JJava with our way to run a cell, and our words for what goes wrong there. */
final class NotebookKernel extends JavaKernel {
    private final CellEvaluator evaluator;

    private NotebookKernel(JShell shell, CellEvaluator evaluator, MagicsResolver resolver, MagicsRegistry magics) {
        super(
                "orquesta",
                "",
                language(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                limitedRenderer(evaluator),
                resolver,
                magics,
                true,
                colours(),
                shell,
                evaluator);
        this.evaluator = evaluator;
    }

    void tellInNextCell(List<Message> sentences) {
        evaluator.tellInNextCell(sentences);
    }

    @Override
    protected List<String> formatError(Throwable thrown) {
        if (thrown instanceof CellStopped stopped) {
            return List.of(errorStyler.secondary(stopped.getMessage()));
        }
        if (thrown instanceof CellFailed failed) {
            return failed.lines().stream().map(errorStyler::secondary).toList();
        }
        if (thrown instanceof NotShown broken) {
            return broken.lines().stream().map(errorStyler::secondary).toList();
        }
        if (thrown instanceof CompilationException refused) {
            List<CellError> errors = CellError.of(getJShell(), refused.getBadSnippetCompilation());
            return errors.isEmpty() ? super.formatError(thrown) : explained(errors);
        }
        if (thrown instanceof IncompleteSourceException open) {
            return ending(errorStyler.primaryLines(open.getSource()), Message.of("kernel.incomplete"));
        }
        if (thrown.getCause() instanceof UnresolvedReferenceException missing) {
            return ending(super.formatError(missing), Message.of("kernel.unknown"));
        }
        return super.formatError(thrown);
    }

    /** Each error with its line; what is said of several is said once, below the first. */
    private List<String> explained(List<CellError> errors) {
        List<String> lines = new ArrayList<>();
        Set<Message> said = new HashSet<>();
        for (CellError error : errors) {
            lines.addAll(errorStyler.primaryLines(error.line()));
            error.words().lines().map(errorStyler::secondary).forEach(lines::add);
            if (said.add(error.hint())) {
                lines.add(errorStyler.secondary(error.hint().toString()));
            }
            lines.add("");
        }
        return lines.subList(0, lines.size() - 1);
    }

    private List<String> ending(List<String> lines, Message sentence) {
        return Stream.concat(lines.stream(), Stream.of(errorStyler.secondary(sentence.toString())))
                .toList();
    }

    /** VS Code knows the language by {@code java}, not {@code Java}. */
    private static LanguageInfo language() {
        return new LanguageInfo.Builder("java")
                .version(Runtime.version().toString())
                .mimetype("text/x-java")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    private static StringStyler colours() {
        return new StringStyler.Builder()
                .addPrimaryStyle(TextColor.BOLD_RESET_FG)
                .addSecondaryStyle(TextColor.BOLD_RED_FG)
                .addHighlightStyle(TextColor.BOLD_RESET_FG)
                .addHighlightStyle(TextColor.RED_BG)
                .withLinePrefix("|   ")
                .build();
    }

    /** To show a value is part of its cell, and may take as long. */
    private static Renderer limitedRenderer(CellEvaluator evaluator) {
        return new Renderer() {
            @Override
            public DisplayData render(Object value, Map<String, Object> parameters) {
                return evaluator.withinCell(() -> super.render(value, parameters));
            }
        };
    }

    /** Puts the kernel together; JJava's own builder knows the parts that we leave as they are. */
    static final class Builder extends JavaKernelBuilder<Builder, NotebookKernel> {
        private final Duration limit;

        Builder(Duration limit) {
            this.limit = limit;
        }

        @Override
        public NotebookKernel build() {
            // System.err is the cell's own, and another for each: the sentence looks for it when it is said.
            CellEvaluator evaluator =
                    new CellEvaluator(() -> limit, Agent.instrumentation(), note -> System.err.println(note));
            MagicsResolver resolver = buildMagicsResolver(buildMagicTranspiler());
            JShell shell = buildJShell(evaluator);
            CellAnswer.reads(() -> declarations(shell));
            return new NotebookKernel(shell, evaluator, resolver, buildMagicsRegistry());
        }

        /** What cells declare and nobody has declared anew since. */
        private static List<CellDeclaration> declarations(JShell shell) {
            return shell.snippets()
                    .filter(snippet -> shell.status(snippet).isActive())
                    .flatMap(Builder::declaration)
                    .toList();
        }

        private static Stream<CellDeclaration> declaration(Snippet snippet) {
            if (snippet instanceof MethodSnippet method) {
                return Stream.of(new CellDeclaration(method.name(), CellDeclaration.Sort.METHOD, method.source()));
            } else if (snippet instanceof TypeDeclSnippet type) {
                return Stream.of(new CellDeclaration(type.name(), CellDeclaration.Sort.TYPE, type.source()));
            } else if (snippet instanceof ImportSnippet found) {
                return Stream.of(new CellDeclaration(found.fullname(), CellDeclaration.Sort.IMPORT, found.source()));
            }
            return Stream.empty();
        }
    }
}
