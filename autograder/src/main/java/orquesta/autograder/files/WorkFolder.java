package orquesta.autograder.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders for the work of one process, named after it: what a killed one left behind, the next one takes away. */
public final class WorkFolder {
    private static final Pattern NAME = Pattern.compile("work-(\\d+)-(\\d+)-.*");
    /** The start of a process is known this well; a container gives the same number to another one later than that. */
    private static final long SAME_START_SECONDS = 10;

    private WorkFolder() {}

    /** A new empty folder; nobody but this user may enter. */
    public static Path fresh(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path beginning = ofThis(cache.toAbsolutePath(), "");
        return Files.createTempDirectory(
                beginning.getParent(), beginning.getFileName().toString());
    }

    /** Where something else lies that goes when this process has ended. */
    public static Path ofThis(Path cache, String name) {
        ProcessHandle self = ProcessHandle.current();
        return cache.resolve("work-" + self.pid() + "-" + start(self) + "-" + name);
    }

    /** Removes what is left of processes that have ended. */
    public static void sweep(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return;
        }
        try (Stream<Path> found = Files.list(cache)) {
            for (Path folder : found.toList()) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && !runs(name.group(1), name.group(2))) {
                    Places.delete(folder);
                }
            }
        }
    }

    private static boolean runs(String pid, String start) {
        try {
            long started = Long.parseLong(start);
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
            return process.filter(handle -> Math.abs(start(handle) - started) <= SAME_START_SECONDS)
                    .isPresent();
        } catch (NumberFormatException e) {
            return true; // no name of ours
        }
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
