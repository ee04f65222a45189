package orquesta.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import orquesta.asset.Task;
import orquesta.text.Message;

/**
 * Records how the runs of this process ended when the process is about to: a task that called {@code System.exit}, perhaps
 * through a library, has failed and says where; at Ctrl-C what was running is cancelled. Without it a run would look as if it
 * went on.
 */
final class ExitWatch {
    private static final int FAILED = 1;
    private static final ExitWatch PROCESS = new ExitWatch();

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::processEnds, "orquesta-exit-watch");
    private boolean hooked = false;

    private ExitWatch() {}

    /** Watches over a run until this is closed. */
    static Watched over(RunJournal journal, OutputCapture.Lease capture) {
        Watched run = PROCESS.new Watched(journal, capture);
        PROCESS.add(run);
        return run;
    }

    private synchronized void add(Watched run) {
        watched.add(run);
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(hook);
            hooked = true;
        }
    }

    /** One run that is watched. */
    final class Watched implements AutoCloseable {
        private final RunJournal journal;
        private final OutputCapture.Lease capture;
        private final Map<Thread, Task> running = new ConcurrentHashMap<>();

        private Watched(RunJournal journal, OutputCapture.Lease capture) {
            this.journal = journal;
            this.capture = capture;
        }

        /** This thread begins to run a task. */
        void begins(Task task) {
            running.put(Thread.currentThread(), task);
        }

        /** This thread no longer runs a task. */
        void ends() {
            running.remove(Thread.currentThread());
        }

        /** What a thread that is no task's did may be any of the tasks'. */
        private void exited(Thread thread, Message why) {
            Task known = running.get(thread);
            for (Task task : known == null ? List.copyOf(running.values()) : List.of(known)) {
                journal.take(new Signal.Exited(task, why));
            }
            journal.take(new Signal.AllDone(why));
        }

        @Override
        public void close() {
            watched.remove(this);
        }
    }

    private void processEnds() {
        watched.forEach(run -> run.capture.close()); // what was printed so far is kept, and what we say now is seen
        if (!watched.isEmpty()) {
            Thread.getAllStackTraces().forEach((thread, frames) -> {
                List<StackTraceElement> stack = Arrays.asList(frames);
                for (int i = 0; i + 1 < stack.size(); i++) {
                    if (isExit(stack.get(i)) && !isExit(stack.get(i + 1))) {
                        exited(thread, stack.subList(i + 1, stack.size()));
                    }
                }
            });
        }
        watched.forEach(run -> run.journal.take(new Signal.AllDone(Message.of("run.interrupted"))));
    }

    /** A signal ends the process by another way. */
    private static boolean isExit(StackTraceElement frame) {
        boolean theirs = frame.getClassName().equals("java.lang.System")
                || frame.getClassName().equals("java.lang.Runtime");
        return theirs && frame.getMethodName().equals("exit");
    }

    /** Never returns if the exit was a task's: the exit code that was asked for (often 0) must not hide the failure. */
    private void exited(Thread thread, List<StackTraceElement> callers) {
        String place = Failures.place(
                callers.stream().filter(Failures::isTheUsers).findFirst().orElse(callers.get(0)));
        Message why = Message.of("step.exit", place);
        List<Watched> its =
                watched.stream().filter(run -> run.running.containsKey(thread)).toList();
        (its.isEmpty() ? watched : its).forEach(run -> run.exited(thread, why));
        watched.forEach(run -> run.journal.take(new Signal.AllDone(why)));
        System.err.println(why);
        Runtime.getRuntime().halt(FAILED);
    }
}
