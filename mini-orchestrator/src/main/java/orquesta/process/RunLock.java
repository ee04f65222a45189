package orquesta.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orquesta.text.HomeException;

/**
 * Says that a run is alive: a lock on a byte of its own, held as long as its process lives, in one file of the home that is
 * never removed. The operating system gives it back when the process dies, however it dies; a process that is only stopped
 * keeps it. So whoever can take the lock of a run knows that nobody does that run any more.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/functions/fcntl.html">fcntl</a>
 */
public final class RunLock implements AutoCloseable {
    private static final String FILE = "runs.lock";
    /** The byte that stands for publishing files; runs are counted from 1. */
    private static final long DELIVERY = 0;

    /** The bytes from here on stand for sending alerts: no run has such a number. */
    private static final long ALERTS = 1L << 48;

    private static final long LOOK_AGAIN_MILLIS = 20;

    /** The files that this process holds bytes of. POSIX gives all of them back when it closes any channel of the file. */
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    /** The one channel of this process to a file, and the bytes of it that it holds. */
    private record Shared(FileChannel channel, Set<Long> held) {}

    private final Path file;
    private final long place;
    private final FileLock lock;

    private RunLock(Path file, long place, FileLock lock) {
        this.file = file;
        this.place = place;
        this.lock = lock;
    }

    /**
     * Takes the lock of a run: of a new one, or of one whose process is gone.
     *
     * @return empty if somebody holds it, so the run is alive
     */
    public static Optional<RunLock> take(Path home, long run) {
        try {
            Path file = Files.createDirectories(home).toRealPath().resolve(FILE);
            synchronized (OPEN) {
                Shared shared = OPEN.get(file);
                if (shared == null) {
                    shared = new Shared(
                            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            new HashSet<>());
                    OPEN.put(file, shared);
                }
                FileLock lock = shared.held.contains(run) ? null : shared.channel.tryLock(run, 1, false);
                if (lock == null) {
                    closeUnused(file);
                    return Optional.empty();
                }
                shared.held.add(run);
                return Optional.of(new RunLock(file, run, lock));
            }
        } catch (IOException e) {
            throw HomeException.at(home, e);
        }
    }

    /**
     * Waits until nobody else publishes files of this home: files of two values in one folder must not mix.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static RunLock forDelivery(Path home) throws InterruptedException {
        while (true) {
            Optional<RunLock> lock = take(home, DELIVERY);
            if (lock.isPresent()) {
                return lock.get();
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Makes this process the one that sends the alerts of a pipeline; empty if another is, which must live to be so. */
    public static Optional<RunLock> forAlerts(Path home, String pipeline) {
        return take(home, ALERTS + Integer.toUnsignedLong(pipeline.hashCode()));
    }

    /** A channel may be closed only when no byte of its file is held. */
    private static void closeUnused(Path file) throws IOException {
        Shared shared = OPEN.get(file);
        if (shared != null && shared.held.isEmpty()) {
            OPEN.remove(file);
            shared.channel.close();
        }
    }

    @Override
    public void close() {
        try {
            synchronized (OPEN) {
                Shared shared = OPEN.get(file);
                if (shared != null && shared.held.remove(place)) {
                    lock.release();
                    closeUnused(file);
                }
            }
        } catch (IOException e) {
            throw HomeException.at(file, e);
        }
    }
}
