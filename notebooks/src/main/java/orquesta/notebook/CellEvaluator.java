package orquesta.notebook;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.dflib.jjava.kernel.execution.CodeEvaluator;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;
import orquesta.text.SameObject;

/** Evaluates cells statement by statement, and says a sentence whenever a declaration costs an older one its value. */
final class CellEvaluator extends CodeEvaluator {
    private static final Set<SubKind> SHOWN =
            Set.of(SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    private final SnippetLoader loader = new SnippetLoader();
    private final CellRunner runner;
    private final CellLines lines = new CellLines();
    private final Variables variables = new Variables(loader);
    private final CellControl control;
    private final Consumer<Message> notes;
    private volatile @Nullable CellOutput printed;

    /**
     * @param limits what a whole cell may take that begins now
     * @param instrumentation what changes classes in place; without it each is replaced, with a little more to run again
     * @param notes where sentences for the reader of the notebook go
     */
    CellEvaluator(Supplier<Duration> limits, Optional<Instrumentation> instrumentation, Consumer<Message> notes) {
        super("orquesta", -1, TimeUnit.MILLISECONDS);
        this.runner = new CellRunner(limits, loader);
        this.control = new CellControl(loader, runner, variables, instrumentation);
        this.notes = notes;
    }

    @Override
    public ExecutionControlProvider getExecControlProvider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "orquesta";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return control;
            }
        };
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void interrupt() {
        runner.interrupt();
    }

    @Override
    public @Nullable Object eval(JShell shell, String source) {
        if (runner.insideCell()) {
            return super.eval(shell, source);
        }
        try (CellOutput output = CellOutput.begin()) {
            printed = output;
            runner.begin(source).forEach(notes);
            SameObject.in(source).ifPresent(notes);
            lines.begin(source);
            return super.eval(shell, source);
        } finally {
            printed = null;
        }
    }

    void tellInNextCell(List<Message> sentences) {
        runner.tellInNextCell(sentences);
    }

    /** Runs code that shows something, after what was printed before it, on the thread and within the limit of the cell. */
    <T> T withinCell(Callable<T> code) {
        CellOutput before = printed;
        if (before != null) {
            before.flush();
        }
        try {
            return runner.call(code);
        } catch (Exception e) {
            throw NotShown.of(e);
        }
    }

    @Override
    protected @Nullable Object evalSingle(JShell shell, String source) {
        // With blank lines before a statement JShell miscounts its lines.
        List<SnippetEvent> events = shell.eval(source.stripLeading());
        events.forEach(event -> lines.add(event.snippet()));
        Object result = control.takeResult();
        Optional<CellStopped> stopped = control.takeStopped();
        shell.variables()
                .filter(each -> shell.status(each).isDefined())
                .forEach(each -> variables.settle(Variables.holderOf(each)));
        StatementOutcome outcome = new StatementOutcome(events, variables.takeReborn(), control.takeHeld());
        outcome.losses(variables).forEach(notes);
        outcome.notFinal().forEach(notes);
        outcome.declared().stream()
                .filter(event -> stopped.isPresent() || event.exception() != null)
                .filter(outcome::leavesEmpty)
                .forEach(event -> shell.drop(event.snippet()));
        stopped.ifPresent(cell -> {
            throw cell;
        });
        outcome.declared().forEach(this::throwFailure);
        boolean shown = outcome.declared().stream()
                .anyMatch(event -> SHOWN.contains(event.snippet().subKind()));
        return shown ? ShownArray.of(result) : null;
    }

    private void throwFailure(SnippetEvent event) {
        JShellException failure = event.exception();
        if (failure instanceof EvalException thrown) {
            throw new CellFailed(thrown, lines);
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (!event.status().isDefined() && event.status() != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            throw new CompilationException(event);
        }
    }
}
