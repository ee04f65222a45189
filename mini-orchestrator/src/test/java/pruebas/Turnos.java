package pruebas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What the sources of a demo wait for when a test shows it, where in a room they take their time. */
public final class Turnos {
    private static final int SOURCES = 4;

    /** How many sources have been read in this process since a demo was last shown. */
    private static final AtomicInteger READ = new AtomicInteger();

    private static final CyclicBarrier TOGETHER = new CyclicBarrier(SOURCES);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private Turnos() {}

    /** From here on a demo is shown from its beginning. */
    public static void begin() {
        READ.set(0);
    }

    /** Of D6: the first run has one worker and reads a source after the other, in the second all four meet. */
    public static void read() throws InterruptedException, BrokenBarrierException, TimeoutException {
        if (READ.getAndIncrement() >= SOURCES) {
            TOGETHER.await(60, TimeUnit.SECONDS);
        }
    }

    /**
     * Of D10: the first worker does one day and then none before the second is dead, which does a day and is killed at its next.
     *
     * @param run the number of the run
     */
    public static void day(long run) throws InterruptedException, IOException {
        boolean first = DAYS.getAndIncrement() == 0;
        if (first) {
            return;
        }
        while (run == 2 || isAliveOrToCome(Path.of("pid-2"))) {
            Thread.sleep(20);
        }
    }

    private static boolean isAliveOrToCome(Path pid) throws IOException {
        String known = Files.exists(pid) ? Files.readString(pid).strip() : "";
        return known.isEmpty()
                || ProcessHandle.of(Long.parseLong(known))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
