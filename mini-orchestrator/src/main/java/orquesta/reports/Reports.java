package orquesta.reports;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;
import orquesta.resource.StagedFiles;
import orquesta.text.UserException;
import orquesta.values.FileValue;

/**
 * A folder that people read reports from. A step writes into a hidden folder inside it (so on the same file system), and
 * returns that; once the step is published, each file is moved to its place by an atomic rename.
 */
public final class Reports implements StagedFiles {
    private static final String STAGING = ".orquesta-staging-";
    private static final Pattern STAGING_OF = Pattern.compile(Pattern.quote(STAGING) + "(\\d{1,18})-\\d+");

    private final Path target;
    private final Evaluator evaluator;
    private final String name;
    private final Set<Path> handedOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Task> owners = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private Reports(Path target, Evaluator evaluator, String name) {
        this.name = name;
        this.target = target;
        this.evaluator = evaluator;
    }

    /** Reports in a folder, which is made when it is needed; a relative path starts at the pipeline's place. */
    public static Resource<Reports> in(String folder) {
        return new Recipe(Path.of(folder), null, "reports", null);
    }

    /** A new, empty folder for the files of one step; its {@link Folder#path()} is what the step returns. */
    public Folder newFolder() {
        try {
            Files.createDirectories(target);
            Path staging = createFolder();
            handedOut.add(staging);
            return new Folder(staging);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A process of the same number that is gone may have left folders behind. */
    private Path createFolder() throws IOException {
        while (true) {
            Path staging = target.resolve(STAGING + ProcessHandle.current().pid() + "-" + count.incrementAndGet());
            if (!Files.exists(staging)) {
                return Files.createDirectory(staging);
            }
        }
    }

    @Override
    public Optional<Path> targetOf(Path folder, Task asset) throws IOException {
        boolean part = handedOut.stream().anyMatch(staging -> folder.startsWith(staging) && !folder.equals(staging));
        if (part) {
            throw new UserException("", "reports.part", folder.getFileName());
        }
        if (!handedOut.contains(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                requireOwn(folder.relativize(file).toString(), asset);
            }
        }
        return Optional.of(target);
    }

    /** Of two assets, or two partitions, that write one file the last would win, and which that is depends on time. */
    private void requireOwn(String file, Task asset) {
        Task other = owners.putIfAbsent(file, asset);
        if (other != null && !other.equals(asset)) {
            throw new UserException("", "reports.twice", file, other, asset, target);
        }
    }

    private UserException unwritable(IOException e) {
        if (Files.isRegularFile(target)) {
            return new UserException("", "reports.is_file", target, name);
        }
        String free = "?";
        try {
            FileStore store = Files.getFileStore(Files.exists(target) ? target : Path.of("/"));
            free = String.valueOf(store.getUsableSpace() / 1024);
        } catch (IOException | SecurityException unknown) {
            free = "?";
        }
        return new UserException("", "reports.unwritable", target, reason(e), free, name);
    }

    private static String reason(IOException e) {
        String reason = e instanceof java.nio.file.FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** The files of one step, not yet published. */
    public final class Folder {
        private final Path staging;

        private Folder(Path staging) {
            this.staging = staging;
        }

        /** Where the step may write files of its own. */
        public Path path() {
            return staging;
        }

        private Path place(String name) {
            Path file = staging.resolve(name);
            Path folder = Objects.requireNonNull(file.getParent());
            if (!Files.isDirectory(folder)) {
                throw new UserException("", "reports.no_folder", staging.relativize(folder), name);
            }
            return file;
        }

        /** Writes a relation as CSV: UTF-8, comma, LF, quotes where needed. */
        public Folder csv(String name, Relation relation) {
            try {
                CsvFile.write(evaluator, relation, place(name));
            } catch (IOException e) {
                throw unwritable(e);
            }
            return this;
        }

        /** Writes a relation as Parquet. */
        public Folder parquet(String name, Relation relation) {
            try {
                evaluator.parquet(relation, place(name));
            } catch (IOException e) {
                throw unwritable(e);
            }
            return this;
        }
    }

    /** @param root where relative paths of files start that a report reads; null until it is known */
    private record Recipe(
            Path folder,
            @Nullable Path root,
            String name,
            @Nullable String given) implements Resource<Reports> {
        @Override
        public Class<Reports> type() {
            return Reports.class;
        }

        @Override
        public Reports open(Evaluator evaluator) throws IOException {
            sweep();
            Evaluator placed = root == null ? evaluator : evaluator.from(root);
            return new Reports(folder.toAbsolutePath().normalize(), placed, name);
        }

        @Override
        public void close(Reports opened) throws IOException {
            for (Path staging : opened.handedOut) {
                discard(staging);
            }
        }

        @Override
        public String setting() {
            return folder.toString();
        }

        @Override
        public Resource<Reports> set(String value) {
            Path other = Path.of(value).toAbsolutePath();
            return new Recipe(other, root, name, other.toString());
        }

        @Override
        public Resource<Reports> named(String registered) {
            return new Recipe(folder, root, registered, given);
        }

        @Override
        public Resource<Reports> from(Path base) {
            return new Recipe(base.resolve(folder), base, name, given);
        }

        /** Removes what processes that are gone left behind unpublished. */
        private void sweep() throws IOException {
            if (!Files.isDirectory(folder)) {
                return;
            }
            List<Path> left;
            try (Stream<Path> entries = Files.list(folder)) {
                left = entries.filter(Recipe::isLeftBehind).toList();
            }
            for (Path staging : left) {
                discard(staging);
            }
        }

        private static boolean isLeftBehind(Path entry) {
            Matcher name = STAGING_OF.matcher(entry.getFileName().toString());
            return name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
        }

        /** What was promised is published, perhaps by another home: that one delivers it at its next start. */
        private static void discard(Path staging) throws IOException {
            if (!FileValue.isPromised(staging)) {
                FileValue.discard(staging);
            }
        }
    }
}
