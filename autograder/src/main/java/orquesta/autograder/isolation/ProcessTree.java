package orquesta.autograder.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process with all that it started. */
public record ProcessTree(Process process, String mark) {
    private static final Path PROC = Path.of("/proc");

    /**
     * Kills it whole, from the top: who sees its child die may print that. Those that have left the tree are found by
     * the mark in their environment.
     */
    public void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.toHandle()
                .destroyForcibly(); // by its handle: the process itself would close its pipes, last words and all
        below.forEach(ProcessHandle::destroyForcibly);
        strays().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processor time used so far. */
    public Duration cpu() {
        return all().map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Threads of all its processes; 0 where the system does not say. */
    public long threads() {
        return all().mapToLong(handle -> {
                    Path tasks = PROC.resolve(String.valueOf(handle.pid())).resolve("task");
                    try (Stream<Path> found = Files.list(tasks)) {
                        return found.count();
                    } catch (IOException | RuntimeException e) {
                        return 0;
                    }
                })
                .sum();
    }

    /** How many processes there are now. */
    public long processes() {
        return all().count();
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private List<ProcessHandle> strays() {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        String marked = Sandbox.MARK + "=" + mark + "\0";
        return ProcessHandle.allProcesses()
                .filter(handle -> environment(handle.pid()).contains(marked))
                .toList();
    }

    private static String environment(long pid) {
        try {
            Path file = PROC.resolve(String.valueOf(pid)).resolve("environ");
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
