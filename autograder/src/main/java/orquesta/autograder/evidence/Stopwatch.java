package orquesta.autograder.evidence;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.isolation.Census;
import orquesta.autograder.isolation.ProcessTree;

/**
 * Says when a call has gone on for too long. On a busy machine an honest call may wait for a processor: so it is
 * processor time that counts, and time on the wall only for code that waits, or when it is four times as much. Code that
 * is ready to run and gets no processor does not wait, and its time in the queue is none of the four.
 */
final class Stopwatch {
    private static final int MOST_THREADS = 64;
    private static final int MOST_PROCESSES = 16;
    private static final double WAITING = 0.05;
    private static final long NOT_LOOKED = -1;
    static final int PATIENCE = 4;

    private final long limit;
    private final long deadline;
    private final ProcessTree tree;
    private final long start = System.nanoTime();
    private long cpuBefore = NOT_LOOKED;
    private long queuedBefore;

    Stopwatch(Duration each, long deadline, ProcessTree tree) {
        this.limit = each.toNanos();
        this.deadline = deadline;
        this.tree = tree;
    }

    /** To be asked from time to time; processor time counts from the first time on, so that what is quick is not looked at. */
    @Nullable
    Ending trouble() {
        Census seen = tree.census();
        if (seen.threads() > MOST_THREADS) {
            return crowd(seen);
        }
        long now = System.nanoTime();
        long wall = now - start;
        long used = seen.cpu().toNanos();
        if (cpuBefore == NOT_LOOKED) {
            cpuBefore = used;
            queuedBefore = tree.queued().toNanos();
        }
        long cpu = used - cpuBefore;
        if (cpu <= limit && now - deadline <= 0 && (wall <= limit || !tooLong(wall, cpu))) {
            return null;
        }
        return seen.threads() > MOST_THREADS / 2 ? crowd(seen) : Ending.TOO_SLOW;
    }

    /**
     * The queue is asked for last: it costs a look at each thread. Who stands in it now is asked again the next time: the
     * system adds his time up when he comes out.
     */
    private boolean tooLong(long wall, long cpu) {
        boolean idle = cpu < wall * WAITING;
        boolean impatient = wall > limit * PATIENCE;
        if ((!idle && !impatient) || tree.ready()) {
            return false;
        }
        long queued = tree.queued().toNanos() - queuedBefore;
        return (idle && cpu + queued < wall * WAITING) || (impatient && wall - queued > limit * PATIENCE);
    }

    /** Code that starts one thread after the other may meet the system's limit, and throw, before it is looked at. */
    Evidence orCrowd(Evidence said) {
        if (!(said instanceof Evidence.Threw || said instanceof Evidence.Failed)) {
            return said;
        }
        Census seen = tree.census();
        return seen.threads() > MOST_THREADS ? new Ended(crowd(seen), Optional.empty()) : said;
    }

    /** Every process has a thread at least. */
    private static Ending crowd(Census seen) {
        return seen.processes() > MOST_PROCESSES ? Ending.TOO_MANY_PROCESSES : Ending.TOO_MANY_THREADS;
    }
}
