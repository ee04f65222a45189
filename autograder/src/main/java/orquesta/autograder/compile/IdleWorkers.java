package orquesta.autograder.compile;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import orquesta.autograder.isolation.ChildImage;

/** The compile workers of this process that have no work: who grades again within a minute, as in a notebook, finds one warm. */
final class IdleWorkers {
    private static final Executor IN_A_MINUTE = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);
    /** Windows keeps a folder as long as a process stands in it. */
    private static final boolean FOLDERS_ARE_HELD = File.separatorChar == '\\';

    private final Executor later;
    private final List<Idle> idle = new ArrayList<>();

    IdleWorkers() {
        this(IN_A_MINUTE);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** @param later when a worker that nobody has taken is ended */
    IdleWorkers(Executor later) {
        this.later = later;
    }

    /** No record: the same worker may be here twice, one time after the other. */
    private static final class Idle {
        private final ChildImage image;
        private final Process worker;

        private Idle(ChildImage image, Process worker) {
            this.image = image;
            this.worker = worker;
        }
    }

    /** One that runs, started from this image; it is the taker's from now on. */
    synchronized Optional<Process> take(ChildImage image) {
        idle.removeIf(each -> !each.worker.isAlive());
        Optional<Idle> found =
                idle.stream().filter(each -> each.image.equals(image)).findFirst();
        found.ifPresent(idle::remove);
        return found.map(each -> each.worker);
    }

    /** For one that owes no reply. */
    void put(ChildImage image, Process worker) {
        if (FOLDERS_ARE_HELD) {
            Compiler.end(worker);
            return;
        }
        Idle each = new Idle(image, worker);
        synchronized (this) {
            idle.add(each);
        }
        later.execute(() -> end(each));
    }

    private synchronized void end(Idle each) {
        if (idle.remove(each)) {
            Compiler.end(each.worker);
        }
    }

    private synchronized void close() {
        idle.forEach(each -> Compiler.end(each.worker));
        idle.clear();
    }
}
