package orquesta.notebook;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/** Cells run one after the other, as in a notebook but without Jupyter. */
public final class Cells implements AutoCloseable {
    /** The cells that {@link #nested} belongs to, for a cell that evaluates code itself. */
    static @Nullable Cells nested;

    private final List<Message> notes = new ArrayList<>();
    private final CellEvaluator evaluator;
    private final JShell shell;
    private volatile Duration limit;

    Cells(Duration limit, Optional<Instrumentation> instrumentation) {
        this.limit = limit;
        evaluator = new CellEvaluator(() -> this.limit, instrumentation, notes::add);
        shell = JShell.builder()
                .executionEngine(evaluator.getExecControlProvider(), Map.of())
                .compilerOptions("-parameters", "-g")
                .build();
    }

    Cells() {
        this(Duration.ofMinutes(2), Agent.instrumentation());
    }

    /** What each cell may take from now on. */
    void limit(Duration limit) {
        this.limit = limit;
    }

    /** What the last cell gives. */
    @Nullable
    Object run(String... cells) {
        Object result = null;
        for (String cell : cells) {
            result = evaluator.eval(shell, cell);
        }
        return result;
    }

    /** Called from within a cell. */
    public static @Nullable Object nested(String source) {
        Cells outer = Objects.requireNonNull(nested);
        return outer.evaluator.eval(outer.shell, source);
    }

    /** What the kernel does with a value to show it. */
    <T> T shown(Callable<T> code) {
        return evaluator.withinCell(code);
    }

    void tellInNextCell(List<Message> sentences) {
        evaluator.tellInNextCell(sentences);
    }

    void interrupt() {
        evaluator.interrupt();
    }

    /** The keys and arguments of the sentences since the last call. */
    List<String> notes() {
        List<String> taken = notes.stream()
                .map(note -> note.key() + " " + String.join(" ", note.args()))
                .toList();
        notes.clear();
        return taken;
    }

    @Override
    public void close() {
        shell.close();
    }
}
