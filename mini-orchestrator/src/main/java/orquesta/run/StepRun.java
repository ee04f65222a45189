package orquesta.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Run;
import orquesta.process.SilentEnd;
import orquesta.process.StepOutput;
import orquesta.values.Evaluation;

/** The run as one step sees it; gathers what the step says about its value. */
final class StepRun implements Run {
    /** Ends a step as skipped; no error, and never seen by the user. */
    static final class Skip extends RuntimeException {
        private static final long serialVersionUID = 1;

        Skip() {
            super("skipped", null, false, false);
        }
    }

    private final RunSetup setup;
    private final StepOutput output;
    private final Thread step = Thread.currentThread();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private @Nullable String skipped;

    StepRun(RunSetup setup, StepOutput output) {
        this.setup = setup;
        this.output = output;
    }

    @Override
    public long number() {
        return setup.id().number();
    }

    @Override
    public LocalDate date() {
        return setup.started().date();
    }

    @Override
    public Clock clock() {
        return setup.clock();
    }

    @Override
    public void log(String line) {
        output.print(line + "\n");
    }

    @Override
    public synchronized void metadata(String name, Object value) {
        facts.put(name, Evaluation.kept(value));
    }

    @Override
    public synchronized RuntimeException skip(String reason) {
        if (skipped == null) {
            skipped = reason == null ? "" : reason.strip();
        }
        SilentEnd.by(Skip.class, step);
        throw new Skip();
    }

    /** Why the step skipped itself, empty if it did not say; null if it did not skip. */
    synchronized @Nullable String skipped() {
        return skipped;
    }

    /** The code went on after it had asked to be skipped: it caught what {@link #skip} throws, or asked in another thread. */
    void requireNotSkipped() {
        if (skipped() != null) {
            throw new Skip();
        }
    }

    synchronized Map<String, Object> facts() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
