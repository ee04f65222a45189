package orquesta.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import orquesta.event.HomeException;
import orquesta.text.Message;

/**
 * One run at a time in a home: a lock on a file, which the operating system gives back when the process dies. Who holds
 * it writes its name beside it, for those who wait.
 */
public final class HomeLock implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** The homes that this process holds. POSIX gives a lock back when its process closes any channel of the file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock if it is free. */
    public static Optional<HomeLock> tryAcquire(Path home) throws IOException {
        Path real = Files.createDirectories(home).toRealPath();
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        Optional<HomeLock> lock = Optional.empty();
        try {
            lock = fromSystem(real);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(real);
            }
        }
        return lock;
    }

    private static Optional<HomeLock> fromSystem(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        Files.deleteIfExists(nameIn(home)); // of one that was killed
        return Optional.of(new HomeLock(home, channel));
    }

    /** Waits for the lock, and says once for whom. */
    public static HomeLock acquire(Path home, Consumer<Message> waiting) throws IOException, InterruptedException {
        boolean said = false;
        while (true) {
            Optional<HomeLock> lock = tryAcquire(home);
            if (lock.isPresent()) {
                return lock.get();
            }
            String owner = said ? "" : owner(home);
            if (!owner.isEmpty()) {
                waiting.accept(Message.of("run.waits", owner));
                said = true;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Says who holds the lock: "run 12 of ventas (process 4711)". */
    public void name(String owner) throws IOException {
        Files.writeString(nameIn(home), owner, StandardCharsets.UTF_8);
    }

    /** Empty while who holds the lock has not said it yet. */
    private static String owner(Path home) throws IOException {
        try {
            return Files.readString(nameIn(home), StandardCharsets.UTF_8);
        } catch (NoSuchFileException notYet) {
            return "";
        }
    }

    private static Path nameIn(Path home) {
        return home.resolve("run.owner");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(nameIn(home));
            channel.close();
        } catch (IOException e) {
            throw HomeException.at(home, e);
        } finally {
            HELD.remove(home);
        }
    }
}
