package orquesta.autograder.isolation;

import java.io.File;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.child.Runner;
import orquesta.autograder.files.Places;

/**
 * The class path of children of one kind: a jar of our classes that run there, the libraries that they need, in a folder
 * that holds nothing else, and beside them a class-data archive for each program.
 *
 * @param programs the package of the programs
 */
public record ChildImage(Path jar, List<Path> libraries, String programs) {
    private static final String CHILD = "orquesta/autograder/child";
    private static final String SQL = "orquesta/autograder/sql";
    private static final String TABLES = "orquesta/autograder/tables";
    private static final String PIPELINE = "orquesta/autograder/pipeline";
    private static final String JUNIT = "orquesta/autograder/junit";
    private static final FileTime MADE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    /** Of the children that grade and compile: they know the JDK alone. Made now if it is not there. */
    public static ChildImage in(Path cache) throws IOException {
        return in(cache, List.of(CHILD), List.of());
    }

    /** Of the children that run tests: JUnit and AssertJ are there, too. Made now if it is not there. */
    public static ChildImage ofTests(Path cache) throws IOException {
        return in(cache, List.of(CHILD, JUNIT), TestLibraries.ofTests());
    }

    /** Of the children that run queries: DuckDB is there, too. Made now if it is not there. */
    public static ChildImage ofSql(Path cache) throws IOException {
        return in(cache, List.of(CHILD, SQL), TestLibraries.ofSql());
    }

    /** Of the children of answers that use libraries: Tablesaw and DuckDB are there. Made now if it is not there. */
    public static ChildImage ofTables(Path cache) throws IOException {
        return in(cache, List.of(CHILD, TABLES), TestLibraries.ofTables());
    }

    /** Of the children that run pipelines: the orchestrator and what it needs are there. Made now if it is not there. */
    public static ChildImage ofPipelines(Path cache) throws IOException {
        return in(cache, List.of(CHILD, PIPELINE), TestLibraries.ofPipelines());
    }

    /**
     * The place is part of the name, since an archive is of no use to a jar elsewhere: a checkout that was moved makes
     * both anew.
     */
    private static ChildImage in(Path asked, List<String> packages, List<Path> libraries) throws IOException {
        Path cache = shared().orElse(asked);
        String programs = packages.get(packages.size() - 1);
        Map<String, byte[]> classes = classes(packages);
        List<Path> names = libraries.stream().map(OwnModule::jarName).toList();
        String name = programs.substring(programs.lastIndexOf('/') + 1) + "-"
                + hash(classes, names + OwnModule.versions(libraries) + cache.toAbsolutePath());
        Path folder = cache.resolve(name + "-" + Runtime.version().feature()).toAbsolutePath();
        Path jar = folder.resolve("child.jar");
        Images.use(folder);
        if (!Files.exists(jar)) {
            Files.createDirectories(folder);
            for (Path library : libraries) {
                put(folder, OwnModule.jarName(library), fresh -> Natives.copyJar(library, fresh));
                if (Natives.isDriver(library)) {
                    put(folder, Path.of(Natives.name()), fresh -> Natives.copyLibrary(library, fresh));
                }
            }
            put(folder, jar.getFileName(), fresh -> write(fresh, classes)); // the last: it says that all is there
            Images.sweep(folder);
        }
        return new ChildImage(jar, names.stream().map(folder::resolve).toList(), programs.replace('/', '.'));
    }

    /** Checkouts that live as long as a test, one after the other, may use the images of another. */
    private static Optional<Path> shared() {
        return Optional.ofNullable(System.getProperty("orquesta.images")).map(Path::of);
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    /**
     * Whole or not at all, for everybody to read, and always of the same date: a jar that was made twice at the same time
     * is still the jar that an archive was made of.
     */
    private static void put(Path folder, Path name, Writing content) throws IOException {
        Path fresh = Files.createTempFile(folder.getParent(), "child", ".jar");
        content.to(fresh);
        fresh.toFile().setReadable(true, false);
        Files.setLastModifiedTime(fresh, MADE);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The program that calls a method of an answer. */
    public String runner() {
        if (programs.equals(PIPELINE.replace('/', '.'))) {
            return "PipelineRunner";
        }
        return programs.equals(TABLES.replace('/', '.')) ? "TableRunner" : "Runner";
    }

    /** Whether one of its libraries calls code that is no Java. */
    boolean nativeCode() {
        return libraries.stream().anyMatch(Natives::isDriver);
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        if (Files.exists(archive(program))) {
            command.add("-XX:SharedArchiveFile=" + archive(program));
        }
        String classPath = Stream.concat(Stream.of(jar), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", classPath, programs + "." + program));
        return command;
    }

    private static void write(Path file, Map<String, byte[]> classes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setLastModifiedTime(MADE);
                jar.putNextEntry(entry);
                jar.write(each.getValue());
            }
        }
    }

    private static Map<String, byte[]> classes(List<String> packages) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        Path ours = Places.of(Runner.class);
        for (String name : packages) {
            if (Files.isDirectory(ours)) {
                read(ours.resolve(name), name, classes);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(ours)) {
                    read(jar.getPath(name), name, classes);
                }
            }
        }
        return classes;
    }

    private static void read(Path folder, String place, Map<String, byte[]> classes) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    classes.put(place + "/" + name, Files.readAllBytes(file));
                }
            }
        }
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
