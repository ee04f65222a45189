package orquesta.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * One run at a time in a home: a lock on a file, which the operating system gives back when the process dies. Who holds
 * it writes its name beside it, for those who wait.
 */
public final class HomeLock implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final FileChannel channel;
    private final Path name;

    private HomeLock(FileChannel channel, Path name) {
        this.channel = channel;
        this.name = name;
    }

    /** Takes the lock if it is free. */
    public static Optional<HomeLock> tryAcquire(Path home) throws IOException {
        Files.createDirectories(home);
        FileChannel channel =
                FileChannel.open(home.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new HomeLock(channel, home.resolve("run.owner")));
    }

    /** Waits for the lock, and says once for whom. */
    public static HomeLock acquire(Path home, Consumer<Message> waiting) throws IOException, InterruptedException {
        boolean said = false;
        while (true) {
            Optional<HomeLock> lock = tryAcquire(home);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (!said) {
                waiting.accept(Message.of("run.waits", owner(home)));
                said = true;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Says who holds the lock: "run 12 of ventas (process 4711)". */
    public void name(String owner) throws IOException {
        Files.writeString(name, owner, StandardCharsets.UTF_8);
    }

    private static String owner(Path home) throws IOException {
        Path name = home.resolve("run.owner");
        return Files.exists(name) ? Files.readString(name, StandardCharsets.UTF_8) : "?";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
