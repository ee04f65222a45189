package orquesta.reports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** File systems that a test needs: small, or read-only. Only root can mount them; who is not skips, and says so. */
public final class Mounts implements AutoCloseable {
    private final Deque<Path> mounted = new ArrayDeque<>();

    /** An empty file system of this size. */
    public Path tmpfs(Path folder, String size) throws IOException {
        mount(
                Files.createDirectories(folder),
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + size,
                "tmpfs",
                folder.toString());
        return folder;
    }

    /** The same folder, but nobody may write into it, not even root. */
    public Path readOnly(Path folder) throws IOException {
        mount(folder, "mount", "--bind", folder.toString(), folder.toString());
        assumeTrue(run("mount", "-o", "remount,ro,bind", folder.toString()) == 0, "no read-only mounts here");
        return folder;
    }

    private void mount(Path folder, String... command) throws IOException {
        boolean done = run(command) == 0;
        if (!done && "1".equals(System.getenv("ORQUESTA_REQUIRE_ALL"))) {
            throw new AssertionError("ORQUESTA_REQUIRE_ALL is set, and mounting was refused: run this as root");
        }
        assumeTrue(done, "mounting " + folder + " needs root on Linux: this part was not run");
        mounted.push(folder);
    }

    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException noSuchCommand) {
            return -1;
        }
    }

    @Override
    public void close() {
        while (!mounted.isEmpty()) {
            run("umount", mounted.pop().toString());
        }
    }
}
