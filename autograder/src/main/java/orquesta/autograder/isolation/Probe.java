package orquesta.autograder.isolation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import orquesta.autograder.files.Places;

/** Finds the strongest isolation of this machine by trying to get out of it: nothing else tells whether it holds. */
public final class Probe {
    private static final long SECONDS = 60;
    private static final long LAST_SECONDS = 30;
    private static final int HEAP = 64;

    private final ChildImage image;

    public Probe(ChildImage image) {
        this.image = image;
    }

    /** From the strongest down, the first level that starts and holds what it promises; each twice, since a busy machine is slow. */
    public Isolation strongest() throws IOException {
        for (Level level : List.of(Level.NAMESPACES, Level.NAMESPACES, Level.LIMITS, Level.LIMITS)) {
            Attempt attempt = attempt(level);
            if (attempt.started && (level != Level.NAMESPACES || attempt.escapes.isEmpty())) {
                return new Isolation(level, attempt.escapes);
            }
        }
        return new Isolation(Level.PROCESS, attempt(Level.PROCESS).escapes);
    }

    /** What was possible on a level; not started where the system does not allow it. */
    record Attempt(boolean started, List<String> escapes) {}

    Attempt attempt(Level level) throws IOException {
        Path work = Files.createTempDirectory("orquesta-probe");
        String stray = "61." + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000);
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path secret = Files.writeString(work.resolve("secret"), "nobody should read this");
            Path home = Files.createDirectories(work.resolve("home"));
            Path classes = Files.createDirectories(work.resolve("classes"));
            List<String> arguments = List.of(
                    secret.toString(),
                    String.valueOf(door.getLocalPort()),
                    String.valueOf(ProcessHandle.current().pid()),
                    stray);
            return attempt(new ChildSandbox(level, image), new ChildSandbox.Room(classes, home, HEAP, 0), arguments);
        } finally {
            Places.delete(work);
        }
    }

    private static Attempt attempt(ChildSandbox sandbox, ChildSandbox.Room room, List<String> arguments)
            throws IOException {
        String mark = UUID.randomUUID().toString();
        Process process;
        try {
            process = sandbox.startCanary(room, mark, arguments);
        } catch (IOException e) { // no such program here
            return new Attempt(false, List.of());
        }
        List<String> said = read(process.getInputStream());
        new ProcessTree(process, mark).kill();
        List<String> escapes = new ArrayList<>(said);
        escapes.removeAll(List.of("started", "done", "daemon"));
        if (outlives(arguments.get(3))) {
            escapes.add("outlives");
        }
        return new Attempt(said.contains("done"), escapes);
    }

    private static List<String> read(InputStream stream) {
        var lines = CompletableFuture.supplyAsync(() -> {
            List<String> said = new ArrayList<>();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    said.add(line);
                    if (line.equals("done")) {
                        break;
                    }
                }
            } catch (IOException e) {
                // What it said until then counts.
            }
            return said;
        });
        try {
            return lines.get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            return List.of();
        }
    }

    /** Whether the process that should have died with its parent is still there; the system takes a moment to end a name space. */
    private static boolean outlives(String argument) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info()
                        .arguments()
                        .filter(words -> List.of(words).contains(argument))
                        .isPresent())
                .anyMatch(handle -> !ends(handle));
    }

    private static boolean ends(ProcessHandle handle) {
        try {
            handle.onExit().get(LAST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            return false;
        }
    }
}
