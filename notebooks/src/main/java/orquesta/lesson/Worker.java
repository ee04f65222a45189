package orquesta.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import orquesta.cli.Main;
import orquesta.text.Language;
import orquesta.text.UserException;

/**
 * A process of its own that does a command of the kit, as another terminal would. What it says goes to a file, so that it is
 * still there after a kill.
 *
 * <pre>{@code
 * Worker ana = sandbox.worker("backfill", tienda, "--from", "2026-03-02", "--to", "2026-03-08");
 * ana.says("2026-03-03").kill();
 * }</pre>
 */
public final class Worker implements AutoCloseable {
    private static final Duration LOOKS = Duration.ofMillis(50);
    /** Less than a cell may take. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path said;
    private final Duration patience;

    private Worker(Process process, Path said, Duration patience) {
        this.process = process;
        this.said = said;
        this.patience = patience;
    }

    /**
     * @param said the file for what it says
     * @param patience how long somebody waits for it
     */
    static Worker begin(Path said, Duration patience, Object... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.matches("-X(?!mx).*|-Djfr.*|--enable-native.*"))
                .forEach(command::add);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8"));
        command.add("-Dorquesta.lang=" + Language.current().code());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        List.of(words).forEach(word -> command.add(word.toString()));
        try {
            return new Worker(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said,
                    patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it has said this.
     *
     * @throws UserException if it ends without, or has not said it in time
     */
    public Worker says(String text) {
        await(() -> toString().contains(text) || !process.isAlive());
        if (!toString().contains(text)) {
            throw new UserException(
                    "worker",
                    "worker.silent",
                    patience.toSeconds(),
                    text,
                    toString().strip());
        }
        return this;
    }

    /** Ends it at once, as {@code kill -9} or a lost supply of power does; nothing of it can say good-bye. */
    public Worker kill() {
        process.destroyForcibly();
        await(() -> !process.isAlive());
        return this;
    }

    /**
     * Waits until it has ended, and gives its exit code.
     *
     * @throws UserException if it does not end in time
     */
    public int exit() {
        await(() -> !process.isAlive());
        if (process.isAlive()) {
            throw new UserException(
                    "worker", "worker.goes_on", patience.toSeconds(), toString().strip());
        }
        return process.exitValue();
    }

    private void await(BooleanSupplier until) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!until.getAsBoolean() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the cell was stopped
        }
    }

    /** What it has said until now. */
    @Override
    public String toString() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and waits for its end however long that takes: its folders may be removed then. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
