package orquesta.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import orquesta.event.HomeException;

/**
 * Says that a run is alive: a lock on a file of its own, held as long as its process lives. The operating system gives it
 * back when the process dies, however it dies; a process that is only stopped keeps it. So whoever can take the lock of a
 * run knows that nobody does that run any more.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/functions/fcntl.html">fcntl</a>
 */
public final class RunLock implements AutoCloseable {
    private static final String SUFFIX = ".lock";
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** The locks of this process. POSIX gives a lock back when its process closes any channel of the file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a run: of a new one, or of one whose process is gone.
     *
     * @return empty if somebody holds it, so the run is alive
     */
    public static Optional<RunLock> take(Path home, long run) {
        return take(home, String.valueOf(run));
    }

    /**
     * Waits until nobody else publishes files of this home: files of two values in one folder must not mix.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static RunLock forDelivery(Path home) throws InterruptedException {
        while (true) {
            Optional<RunLock> lock = take(home, "delivery");
            if (lock.isPresent()) {
                return lock.get();
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Removes the files of locks that nobody holds: who died before its run began, or after it had ended, left one. */
    public static void sweep(Path home) {
        Path folder = home.resolve("runs");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(name -> take(home, name).ifPresent(RunLock::close));
        } catch (IOException e) {
            throw HomeException.at(home, e);
        }
    }

    private static Optional<RunLock> take(Path home, String name) {
        try {
            Path folder = Files.createDirectories(home.resolve("runs")).toRealPath();
            Path file = folder.resolve(name + SUFFIX);
            if (!HELD.add(file)) {
                return Optional.empty();
            }
            Optional<RunLock> lock = Optional.empty();
            try {
                lock = fromSystem(file);
            } finally {
                if (lock.isEmpty()) {
                    HELD.remove(file);
                }
            }
            return lock;
        } catch (IOException e) {
            throw HomeException.at(home, e);
        }
    }

    private static Optional<RunLock> fromSystem(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new RunLock(file, channel));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file); // before it is given back: whoever opens it later locks a file of his own
            channel.close();
        } catch (IOException e) {
            throw HomeException.at(file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
