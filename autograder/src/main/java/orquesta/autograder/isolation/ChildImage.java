package orquesta.autograder.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import orquesta.autograder.child.Runner;
import orquesta.autograder.files.Places;

/**
 * The class path of the children: a jar of the package {@code child} alone, in a folder that holds nothing else, and
 * beside it a class-data archive for each of its programs.
 */
public record ChildImage(Path jar) {
    private static final String PACKAGE = "orquesta/autograder/child";

    /**
     * The jar of the running build; made now if it is not there. Its place is part of its name, since an archive is
     * of no use to a jar elsewhere: a checkout that was moved makes both anew.
     */
    public static ChildImage in(Path cache) throws IOException {
        Map<String, byte[]> classes = classes();
        String name = "child-" + hash(classes, cache.toAbsolutePath().toString());
        Path folder = cache.resolve(name + "-" + Runtime.version().feature());
        Path jar = folder.resolve("child.jar");
        if (!Files.exists(jar)) {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(cache, "child", ".jar");
            write(fresh, classes);
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ChildImage(jar.toAbsolutePath());
    }

    public Path folder() {
        return Objects.requireNonNull(jar.getParent());
    }

    /** The archive of a program; need not exist. */
    public Path archive(String program) {
        return folder().resolve(program + "-" + Runtime.version() + ".jsa");
    }

    /** The start of the command for a program of the package. */
    public List<String> command(String program, List<String> flags) {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        if (Files.exists(archive(program))) {
            command.add("-XX:SharedArchiveFile=" + archive(program));
        }
        command.addAll(List.of("-cp", jar.toString(), PACKAGE.replace('/', '.') + "." + program));
        return command;
    }

    private static void write(Path file, Map<String, byte[]> classes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
                jar.putNextEntry(entry);
                jar.write(each.getValue());
            }
        }
        file.toFile().setReadable(true, false);
    }

    private static Map<String, byte[]> classes() throws IOException {
        Path ours = Places.of(Runner.class);
        if (Files.isDirectory(ours)) {
            return read(ours.resolve(PACKAGE));
        }
        try (FileSystem jar = FileSystems.newFileSystem(ours)) {
            return read(jar.getPath(PACKAGE));
        }
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    classes.put(PACKAGE + "/" + name, Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    private static String hash(Map<String, byte[]> classes, String place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(place.getBytes(StandardCharsets.UTF_8));
            classes.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
