package orquesta.autograder.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

    /** What they are at this moment. */
    public Census census() {
        return Census.of(process);
    }

    /** How long they have been ready to run while the processors were busy with others, as far as the system says. */
    public Duration queued() {
        return Census.queued(process);
    }

    /** Whether one of them runs, or would if a processor were free, as far as the system says. */
    public boolean ready() {
        return Census.ready(process);
    }

    private List<ProcessHandle> strays() {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        String marked = ChildSandbox.MARK + "=" + mark + "\0";
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
