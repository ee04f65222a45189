package orquesta.autograder.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where our own classes lie, and how folders of ours are removed. */
public final class Places {
    private static final ClassValue<String> VERSIONS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            try {
                return read(type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private Places() {}

    /** The jar or folder that holds a class. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Names the version of the code that a class belongs to: it changes when any file of its jar or folder does. Asked once
     * of each class, since it was loaded from what is read then.
     */
    public static String version(Class<?> type) throws IOException {
        try {
            return VERSIONS.get(type);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static String read(Class<?> type) throws IOException {
        Path ours = of(type);
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> inside = Files.walk(ours)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                content.put(
                        ours.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return Hash.of(content, "");
    }

    /** Changes when a jar changes. */
    public static String stamp(Path file) throws IOException {
        return Files.isDirectory(file) ? "" : Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    /** Copies a folder with all in it to a place where there are no files yet. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (!Files.isDirectory(target)) {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** Removes the files of a folder; its folders stay, since somebody may stand in them. */
    public static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.toList()) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Removes a folder with all in it; what cannot be removed stays behind. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | RuntimeException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
