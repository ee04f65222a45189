package orquesta.values;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files and folders that survive a loss of power: a file is safe once it, and each folder that names it, is synced. */
public final class Disk {
    private Disk() {}

    /** Makes a folder, and those above it that are missing, and syncs each new name in the folder above. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = Objects.requireNonNull(folder.getParent());
            makeFolder(above);
            Files.createDirectories(folder);
            syncFolder(above);
        }
    }

    /** Syncs a file and its name. */
    public static void sync(Path file) throws IOException {
        boolean ours = Files.isWritable(file); // a file that only reads can be a value too
        try (FileChannel channel = FileChannel.open(file, ours ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
            channel.force(true);
        }
        syncFolder(file.getParent());
    }

    public static void syncFolder(@Nullable Path folder) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows"); // folders cannot be opened there
        if (folder != null && !windows) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Moves a file over another in one step. */
    public static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
