package orquesta.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.ContentHash;
import orquesta.event.Materialization.Contents;
import orquesta.event.Materialization.Delivery;
import orquesta.event.Materialization.StoredFile;
import orquesta.text.UserException;

/** Values that are a file or a folder: described by names, sizes and hashes, and moved to their place when staged. */
public final class FileValue {
    /** A mark inside a staging folder, made just before its files are published. */
    private static final String PROMISED = ".orquesta-promised";

    private FileValue() {}

    /** Describes a folder whose files are moved to their place once published; they are safe on disk when this returns. */
    public static Materialization staged(Path staging, Path target) throws IOException {
        return describe(staging, new Delivery(staging.toString(), target.toString()));
    }

    static Materialization describe(Path path, @Nullable Delivery delivery) throws IOException {
        if (!Files.exists(path)) {
            throw new UserException("", "value.no_file", path);
        }
        List<StoredFile> files = new ArrayList<>();
        for (Path file : filesIn(path)) {
            Disk.sync(file);
            String name = Files.isDirectory(path)
                    ? path.relativize(file).toString()
                    : file.getFileName().toString();
            files.add(new StoredFile(name, Files.size(file), Hashes.sha256(file)));
        }
        for (Path folder : foldersIn(path)) { // each holds the name of the next
            Disk.syncFolder(folder);
        }
        long bytes = files.stream().mapToLong(StoredFile::bytes).sum();
        StringBuilder names = new StringBuilder();
        files.forEach(file ->
                names.append(file.name()).append('\n').append(file.sha256()).append('\n'));
        ContentHash hash =
                new ContentHash("sha-256 of names and sha-256 of the files", Hashes.sha256(names.toString()));
        Contents contents = new Contents(-1, List.of(), List.of(), files, bytes);
        String location = delivery == null ? path.toAbsolutePath().toString() : delivery.target();
        return new Materialization(ValueForm.FILE, location, contents, hash, Map.of(), delivery);
    }

    /**
     * Compares the files of a value with what was recorded of them.
     *
     * @param place the file or folder where they are now
     * @throws UserException if one is gone, is another (with both hashes), or was added to a folder that is the value
     */
    static void requireUnchanged(Materialization value, Path place) throws IOException {
        Set<Path> recorded = new HashSet<>();
        for (StoredFile file : value.contents().files()) {
            Path at = Files.isDirectory(place) ? place.resolve(file.name()) : place;
            if (!Files.isRegularFile(at)) {
                throw new UserException("", "value.gone_file", at);
            }
            String found = Hashes.sha256(at);
            if (!found.equals(file.sha256())) {
                throw new UserException("", "value.file_changed", at, file.sha256(), found);
            }
            recorded.add(at);
        }
        for (Path file : value.delivery() == null ? filesIn(place) : List.<Path>of()) {
            if (!recorded.contains(file)) {
                throw new UserException("", "value.file_added", file);
            }
        }
    }

    /**
     * Moves staged files to their place, each by an atomic rename. May be called again after it was cut short: what was
     * moved already is no longer in the staging folder.
     */
    public static void deliver(Delivery delivery) throws IOException {
        Path staging = Path.of(delivery.staging());
        Path target = Path.of(delivery.target());
        if (!Files.isDirectory(staging)) {
            return;
        }
        for (Path file : filesIn(staging)) {
            Path place = target.resolve(staging.relativize(file));
            Disk.makeFolder(Objects.requireNonNull(place.getParent())); // it stands below the target
            Disk.replace(file, place);
            Disk.syncFolder(place.getParent());
        }
        discard(staging);
    }

    /**
     * Says that staged files are about to be published: from now on only {@link #deliver} or {@link #discard} may remove
     * them, however their process ends.
     */
    public static void promise(Delivery delivery) throws IOException {
        Path staging = Path.of(delivery.staging());
        Files.createFile(staging.resolve(PROMISED));
        Disk.syncFolder(staging);
        Disk.syncFolder(staging.getParent());
    }

    /** Whether the files of a staging folder were promised. */
    public static boolean isPromised(Path staging) {
        return Files.exists(staging.resolve(PROMISED));
    }

    /** Removes staged files that will never be delivered. The mark goes last: what is half gone is still known for what it is. */
    public static void discard(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Comparator<Path> markLast = Comparator.comparing(path -> path.endsWith(PROMISED));
        Comparator<Path> order = markLast.thenComparing(Comparator.reverseOrder());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path :
                    all.filter(inside -> !inside.equals(folder)).sorted(order).toList()) {
                Files.deleteIfExists(path);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> foldersIn(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /** In a fixed order. */
    private static List<Path> filesIn(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(PROMISED))
                    .sorted()
                    .toList();
        }
    }
}
