package orquesta.autograder.compile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;
import orquesta.autograder.files.SourceNames;
import orquesta.autograder.isolation.ChildImage;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.ProcessTree;

/** The compile worker of one lane: started early, kept warm, started anew when a source has hung or ended it. */
public final class Compiler implements AutoCloseable {
    private static final IdleWorkers IDLE = new IdleWorkers();
    private static final long LOOK_MILLIS = 1_000;
    private static final String RELEASE = "17";

    private final ChildImage image;
    private final @Nullable KeptClasses kept;
    private final IdleWorkers idle;
    private @Nullable Process process;
    /** Whether the worker owes a reply: then it is of no use to anybody else. */
    private boolean asked;

    public Compiler(ChildImage image) {
        this(image, null, IDLE);
    }

    Compiler(ChildImage image, @Nullable KeptClasses kept, IdleWorkers idle) {
        this.image = image;
        this.kept = kept;
        this.idle = idle;
    }

    /** One that compiles the same sources once: for answers of an author, which come back with each seed. */
    public static Compiler keeping(ChildImage image) {
        return new Compiler(image, new KeptClasses(), IDLE);
    }

    /** What became of the sources: class files below {@code classes}, or errors. {@code lost}: the compiler itself gave up. */
    public record Outcome(boolean compiled, List<CompileError> errors, boolean lost) {}

    /** What the worker starts from. */
    public ChildImage image() {
        return image;
    }

    /** Takes an idle worker or starts one, so that it is warm when it is needed. */
    public synchronized void warm() throws IOException {
        if (process == null || asked || !process.isAlive()) {
            end();
            process = idle.take(image).orElse(null);
        }
        if (process == null) {
            process = started(image);
        }
    }

    private static Process started(ChildImage image) throws IOException {
        Process worker = ChildSandbox.startCompiler(image, image.folder());
        Thread drain = new Thread(() -> swallow(worker), "compiler");
        drain.setDaemon(true);
        drain.start();
        return worker;
    }

    private static void swallow(Process process) {
        try {
            process.getErrorStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Writes the sources below a folder and compiles them into another; what is no Java is passed over. */
    public synchronized Outcome compile(SortedMap<String, String> sources, Path work, Path classes, List<Path> path)
            throws IOException {
        Files.createDirectories(classes);
        if (kept == null) {
            return compiled(sources, work, classes, path);
        }
        String key = KeptClasses.key(sources, path);
        if (kept.lay(key, classes)) {
            return new Outcome(true, List.of(), false);
        }
        Outcome outcome = compiled(sources, work, classes, path);
        if (outcome.compiled()) {
            kept.keep(key, classes);
        }
        return outcome;
    }

    private Outcome compiled(SortedMap<String, String> sources, Path work, Path classes, List<Path> path)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (var source : sources.entrySet()) {
            if (!SourceNames.isSource(source.getKey())) {
                continue;
            }
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue(), StandardCharsets.UTF_8);
            files.add(file);
        }
        warm();
        asked = true;
        @Nullable DataInputStream reply = ask(request(files, classes, path));
        if (reply == null) {
            end();
            return new Outcome(false, List.of(), true);
        }
        boolean compiled = reply.readBoolean();
        List<CompileError> errors = Errors.read(reply, work, sources);
        asked = false;
        return new Outcome(
                compiled, errors, !compiled && errors.isEmpty()); // it fails without a word where its stack ends
    }

    private static byte[] request(List<Path> files, Path classes, List<Path> path) throws IOException {
        return Wire.frame(out -> {
            Wire.writeText(out, classes.toString());
            Wire.writeText(out, RELEASE);
            Wire.writeText(
                    out,
                    String.join(
                            File.pathSeparator,
                            path.stream().map(Path::toString).toList()));
            out.writeInt(files.size());
            for (Path file : files) {
                Wire.writeText(out, file.toString());
            }
        });
    }

    /** The worker's reply; null if it hangs or has ended. */
    private @Nullable DataInputStream ask(byte[] request) throws IOException {
        Process worker = java.util.Objects.requireNonNull(process);
        var reply = CompletableFuture.supplyAsync(() -> {
            try {
                Wire.send(new DataOutputStream(worker.getOutputStream()), request);
                return Wire.receive(new DataInputStream(new BufferedInputStream(worker.getInputStream())));
            } catch (IOException e) {
                return null;
            }
        });
        try {
            return patient(reply, new Patience(() -> worker.info().totalCpuDuration(), System::nanoTime));
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Null when patience is over. */
    private static @Nullable DataInputStream patient(
            CompletableFuture<@Nullable DataInputStream> reply, Patience patience)
            throws ExecutionException, InterruptedException {
        while (!patience.isOver()) {
            try {
                return reply.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It is still at it.
            }
        }
        return null;
    }

    /** The worker stays for who grades next in this process, unless a source has kept it from its reply. */
    @Override
    public synchronized void close() {
        if (process != null && !asked) {
            idle.put(image, process);
            process = null;
        }
        end();
    }

    private void end() {
        if (process != null) {
            end(process);
        }
        process = null;
        asked = false;
    }

    static void end(Process worker) {
        new ProcessTree(worker, "compiler-of-nobody").kill();
    }
}
