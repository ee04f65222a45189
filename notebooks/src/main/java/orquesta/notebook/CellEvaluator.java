package orquesta.notebook;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.dflib.jjava.kernel.execution.CodeEvaluator;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/** Evaluates cells statement by statement, and says a sentence whenever a declaration costs an older one its value. */
final class CellEvaluator extends CodeEvaluator {
    private static final Set<SubKind> SHOWN =
            Set.of(SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    private final SnippetLoader loader = new SnippetLoader();
    private final CellRunner runner;
    private final Variables variables = new Variables(loader);
    private final CellControl control;
    private final Consumer<Message> notes;

    /**
     * @param limit what a whole cell may take
     * @param instrumentation what changes classes in place; without it each is replaced, with a little more to run again
     * @param notes where sentences for the reader of the notebook go
     */
    CellEvaluator(CellLimit limit, Optional<Instrumentation> instrumentation, Consumer<Message> notes) {
        super("orquesta", -1, TimeUnit.MILLISECONDS);
        this.runner = new CellRunner(limit, loader);
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
        if (!runner.insideCell()) {
            runner.begin(source).forEach(notes);
        }
        return super.eval(shell, source);
    }

    /** Runs code on the thread and within the limit of the cell. */
    <T> T withinCell(Callable<T> code) {
        try {
            return runner.call(code);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected @Nullable Object evalSingle(JShell shell, String source) {
        List<SnippetEvent> events = shell.eval(source);
        Object result = control.takeResult();
        Optional<CellStopped> stopped = control.takeStopped();
        shell.variables()
                .filter(each -> shell.status(each).isDefined())
                .forEach(each -> variables.settle(className(each)));
        Map<String, Boolean> reborn = variables.takeReborn();
        List<SnippetEvent> declared =
                events.stream().filter(event -> event.causeSnippet() == null).toList();
        noteEffects(events, declared, reborn);
        Set<String> held = control.takeHeld();
        for (SnippetEvent event : declared) {
            noteEmptied(event.snippet(), held, reborn);
            if (event.exception() != null || stopped.isPresent()) {
                dropWithoutValue(shell, event, reborn);
            }
        }
        stopped.ifPresent(cell -> {
            throw cell;
        });
        declared.forEach(CellEvaluator::throwFailure);
        return declared.stream()
                        .anyMatch(event -> SHOWN.contains(event.snippet().subKind()))
                ? result
                : null;
    }

    /** What a statement did to older declarations that depend on what it declares. */
    private void noteEffects(List<SnippetEvent> events, List<SnippetEvent> declared, Map<String, Boolean> reborn) {
        Set<String> names =
                declared.stream().map(event -> nameOf(event.snippet())).collect(Collectors.toCollection(TreeSet::new));
        String cause = String.join(", ", names);
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null && isGone(event)) {
                notes.accept(Message.of("kernel.gone", nameOf(event.snippet()), cause));
            } else if (event.causeSnippet() != null && hasNewStatics(event)) {
                notes.accept(Message.of("kernel.statics", nameOf(event.snippet()), cause));
            }
        }
        reborn.forEach((name, held) -> {
            if (held && !names.contains(name) && !name.startsWith("$")) {
                notes.accept(Message.of("kernel.lost", name, cause));
            }
        });
    }

    private static boolean isGone(SnippetEvent event) {
        return event.snippet() instanceof VarSnippet variable
                && !variable.name().startsWith("$")
                && event.previousStatus().isDefined()
                && !event.status().isDefined()
                && event.status() != Snippet.Status.OVERWRITTEN;
    }

    private boolean hasNewStatics(SnippetEvent event) {
        if (!(event.snippet() instanceof TypeDeclSnippet type
                && event.status().isDefined()
                && event.isSignatureChange())) {
            return false;
        }
        try {
            return Variables.fields(loader.findClass(className(type) + "$" + type.name()))
                    .anyMatch(field -> !Modifier.isFinal(field.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code int z;} makes 0 of what an older {@code z} held. */
    private void noteEmptied(Snippet declared, Set<String> held, Map<String, Boolean> reborn) {
        String name = nameOf(declared);
        if (declared.subKind() == SubKind.VAR_DECLARATION_SUBKIND
                && (held.contains(name) || reborn.getOrDefault(name, false))) {
            notes.accept(Message.of("kernel.emptied", name));
        }
    }

    /** A variable whose first initializer failed would be there all the same, as 0 or null. */
    private static void dropWithoutValue(JShell shell, SnippetEvent event, Map<String, Boolean> reborn) {
        if (event.snippet() instanceof VarSnippet variable
                && (!event.previousStatus().isDefined() || reborn.containsKey(variable.name()))) {
            shell.drop(variable);
        }
    }

    private static void throwFailure(SnippetEvent event) {
        JShellException failure = event.exception();
        if (failure instanceof EvalException thrown) {
            throw new CellFailed(thrown);
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (!event.status().isDefined() && event.status() != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            throw new CompilationException(event);
        }
    }

    private static String nameOf(@Nullable Snippet snippet) {
        return snippet instanceof PersistentSnippet named ? named.name() : "";
    }

    private static String className(Snippet snippet) {
        try {
            // JShell tells only itself which class it made of a snippet.
            Method classFullName = Snippet.class.getDeclaredMethod("classFullName");
            classFullName.setAccessible(true);
            return (String) classFullName.invoke(snippet);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
