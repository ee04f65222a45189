package orquesta.process;

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
public final class ExitWatch {
    private static final int FAILED = 1;
    private static final ExitWatch PROCESS = new ExitWatch();

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::processEnds, "orquesta-exit-watch");
    private boolean hooked = false;

    private ExitWatch() {}

    /** What a run does when its process is about to end. */
    public interface LiveRun {
        /** One of its tasks ended the process. */
        void exited(Task task, Message why);

        /** It ends here; what has not ended in it is cancelled. */
        void over(Message why);
    }

    /** Watches over a run until this is closed. */
    public static Watched over(LiveRun live, OutputCapture.Lease capture) {
        Watched run = PROCESS.new Watched(live, capture);
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
    public final class Watched implements AutoCloseable {
        private final LiveRun live;
        private final OutputCapture.Lease capture;
        private final Map<Thread, Task> running = new ConcurrentHashMap<>();

        private Watched(LiveRun live, OutputCapture.Lease capture) {
            this.live = live;
            this.capture = capture;
        }

        /** This thread begins to run a task. */
        public void begins(Task task) {
            running.put(Thread.currentThread(), task);
        }

        /** This thread no longer runs a task. */
        public void ends() {
            running.remove(Thread.currentThread());
        }

        /** What a thread that is no task's did may be any of the tasks'. */
        private void exited(Thread thread, Message why) {
            Task known = running.get(thread);
            for (Task task : known == null ? List.copyOf(running.values()) : List.of(known)) {
                live.exited(task, why);
            }
            live.over(why);
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
        watched.forEach(run -> run.live.over(Message.of("run.interrupted")));
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
        watched.forEach(run -> run.live.over(why));
        System.err.println(why);
        Runtime.getRuntime().halt(FAILED);
    }
}
