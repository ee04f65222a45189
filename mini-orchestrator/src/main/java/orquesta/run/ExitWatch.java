package orquesta.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orquesta.asset.StepKey;
import orquesta.text.Message;

/**
 * Records how a run ended when the process is about to: a step that called {@code System.exit}, perhaps through a library,
 * has failed and says where; at Ctrl-C what was running is cancelled. Without it the run would look as if it went on.
 */
final class ExitWatch implements AutoCloseable {
    private static final int FAILED = 1;

    private final Execution execution;
    private final OutputCapture capture;
    private final Map<Thread, StepKey> running = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::processEnds, "orquesta-exit-watch");

    private ExitWatch(Execution execution, OutputCapture capture) {
        this.execution = execution;
        this.capture = capture;
    }

    static ExitWatch over(Execution execution, OutputCapture capture) {
        ExitWatch watch = new ExitWatch(execution, capture);
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    /** This thread begins to run a step. */
    void begins(StepKey step) {
        running.put(Thread.currentThread(), step);
    }

    /** This thread no longer runs a step. */
    void ends() {
        running.remove(Thread.currentThread());
    }

    private void processEnds() {
        capture.close(); // what was printed so far is kept, and what we say now is seen
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            List<StackTraceElement> stack = Arrays.asList(thread.getValue());
            for (int i = 0; i + 1 < stack.size(); i++) {
                if (isExit(stack.get(i)) && !isExit(stack.get(i + 1))) {
                    exited(thread.getKey(), stack.subList(i + 1, stack.size()));
                }
            }
        }
        execution.end(Message.of("run.interrupted"));
    }

    /** A signal ends the process by another way. */
    private static boolean isExit(StackTraceElement frame) {
        boolean theirs = frame.getClassName().equals("java.lang.System")
                || frame.getClassName().equals("java.lang.Runtime");
        return theirs && frame.getMethodName().equals("exit");
    }

    /** Never returns: the exit code that was asked for (often 0) must not hide the failure. */
    private void exited(Thread thread, List<StackTraceElement> callers) {
        String place = Failures.place(
                callers.stream().filter(Failures::isTheUsers).findFirst().orElse(callers.get(0)));
        Message why = Message.of("step.exit", place);
        StepKey known = running.get(thread);
        for (StepKey step : known == null ? List.copyOf(running.values()) : List.of(known)) {
            execution.exited(step, why);
        }
        execution.end(why);
        System.err.println(why);
        Runtime.getRuntime().halt(FAILED);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            return;
        }
    }
}
