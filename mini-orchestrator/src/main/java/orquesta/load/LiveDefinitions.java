package orquesta.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import orquesta.definition.Pipeline;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * The definitions of a folder as its files are now. A broken edit keeps the last good version and says what is wrong with
 * the new one, until a repair.
 */
public final class LiveDefinitions implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 500;

    /**
     * What the files gave when they were read last.
     *
     * @param start tells the versions of one process from those of another, whose numbers begin anew
     * @param number goes up with each change of the files
     * @param pipeline the last good version; empty if there never was one
     * @param problems what is wrong with the files as they are now
     */
    public record Version(String start, int number, Optional<Pipeline> pipeline, List<Problem> problems) {
        public Version {
            problems = List.copyOf(problems);
        }

        /** Unlike that of any other version, of this process and of others. */
        public String id() {
            return start + "." + number;
        }

        private Version next(Optional<Pipeline> good, List<Problem> wrong) {
            return new Version(start, number + 1, good, wrong);
        }
    }

    private final Path folder;
    private final Supplier<Pipeline> load;
    private final ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(code -> {
        Thread thread = new Thread(code, "orquesta-definitions");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Version version = new Version(UUID.randomUUID().toString(), 0, Optional.empty(), List.of());
    private String read = "";
    private String placesIn = "";
    private SourcePlaces places = SourcePlaces.NONE;

    /**
     * Reads the files for the first time.
     *
     * @param load makes a pipeline of the folder, or throws a {@link UserException} with every problem
     */
    public LiveDefinitions(Path folder, Supplier<Pipeline> load) {
        this.folder = folder;
        this.load = load;
        readAgain();
    }

    /** Looks at the files again and again, until closed. */
    public LiveDefinitions watch() {
        var unused = watching.scheduleWithFixedDelay(
                this::readAgain, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** What the files said when they were looked at last, up to half a second ago. */
    public Version now() {
        return version;
    }

    /** What the files say at this moment: looks at them, loads them anew if any changed. */
    public Version look() {
        readAgain();
        return version;
    }

    /** Where each method of these files is written, by {@code Ventas.ingresosTotales}; read when it is asked for first. */
    public Map<String, SourcePlace> places() {
        return sources().methods();
    }

    /** What the class that has the definitions says of itself: the first sentence of its comment; empty without one. */
    public String about() {
        return sources().about();
    }

    private synchronized SourcePlaces sources() {
        if (!placesIn.equals(read)) {
            places = SourcePlaces.in(folder);
            placesIn = read;
        }
        return places;
    }

    private synchronized void readAgain() {
        String found;
        try {
            found = hash();
        } catch (IOException | UncheckedIOException e) {
            return; // a file went away between being listed and being read: the next look sees why
        }
        if (!found.equals(read)) {
            read = found;
            version = loaded();
        }
    }

    private Version loaded() {
        try {
            return version.next(Optional.of(load.get()), List.of());
        } catch (UserException e) {
            return version.next(version.pipeline(), e.problems());
        } catch (RuntimeException | LinkageError e) {
            Problem problem = Problem.at(folder.getFileName().toString(), "load.threw", e);
            return version.next(version.pipeline(), List.of(problem));
        }
    }

    private String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : Checkout.sources(folder)) {
                digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        watching.shutdownNow();
    }
}
