package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import pruebas.Muchas;

/**
 * How tests start a JVM of their own. Our classes go into two jars and what a small run loads into a class-data archive, once
 * for all children of this JVM. Where {@code ./kit test} has set the checkout up, they get the drivers' own libraries unpacked, too,
 * and the archive of the libraries below ours. The archives stay in place and what is called 200 times is not yet compiled, as
 * {@code ./kit run} has it. A start and a small run take 1.1 seconds of processor time so, 2.4 without.
 */
public final class OwnJvm {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** The copy that another JDK gets its classes from lies in the folder of the checkout's own. */
    private static final Path KIT = Stream.of(
                    ROOT.resolve(".kit"), ROOT.resolve("../..").normalize())
            .filter(kit -> Files.exists(kit.resolve("state.json")))
            .findFirst()
            .orElse(ROOT.resolve(".kit"));

    private static final Path STATE = KIT.resolve("state.json");
    private static final Path ARCHIVE = KIT.resolve("cds").resolve(System.getProperty("java.version") + ".jsa");

    /** The first JDK that warns of drivers with libraries of their own, on the same stream as what a program says. */
    private static final int WARNS = 24;

    /** DuckDB's driver starts the flight recorder with its first connection, unless this is true: {@code ./kit} says so, too. */
    public static final String FLIGHT_RECORDER = "-Djfr.unsupported.vm=";

    private static @Nullable List<String> prepared;

    private OwnJvm() {}

    /**
     * A command that starts one.
     *
     * @param words what comes after its class path: properties, the name of a program, its arguments
     */
    public static List<String> command(String... words) {
        List<String> command = new ArrayList<>(prepared());
        command.addAll(List.of(words));
        return command;
    }

    private static synchronized List<String> prepared() {
        if (prepared == null) {
            try {
                prepared = prepare();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return prepared;
    }

    private static List<String> prepare() throws IOException, InterruptedException {
        Path folder = emptyFolder();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:Tier3InvocationThreshold=1000",
                "-XX:Tier3MinInvocationThreshold=500",
                "-XX:Tier3CompileThreshold=10000",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                FLIGHT_RECORDER + true,
                "-Xlog:disable",
                "-Xlog:all=error,cds*=off:stderr"));
        if (Runtime.version().feature() >= WARNS) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xlog:aot*=off:stderr"));
        }
        List<String> own = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) { // Surefire's path ends with one
                own.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder) : entry);
            }
        }
        boolean setUp = isSetUp();
        command.addAll(setUp ? fromKit(own) : List.of("-cp", String.join(File.pathSeparator, own)));
        List<String> archives = setUp && Files.exists(ARCHIVE) ? List.of(ARCHIVE.toString()) : List.of();
        Path archive = dump(command, archives, folder);
        command.addAll(1, archived(archives, archive));
        return command;
    }

    /** One for each JVM of tests, in the folder that {@code mvn clean} removes. */
    private static Path emptyFolder() throws IOException {
        Path folder = Path.of("target", "own-jvm-" + System.getProperty("jvm.fork", "0"))
                .toAbsolutePath();
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** An archive holds classes of jars alone. */
    private static String jar(Path classes, Path folder) throws IOException {
        Path jar = folder.resolve(classes.getFileName() + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return jar.toString();
    }

    /** A small run that leaves an archive at its end. A JVM that cannot use it starts without. */
    private static Path dump(List<String> command, List<String> below, Path folder)
            throws IOException, InterruptedException {
        Path archive = folder.resolve("own.jsa");
        List<String> dumping = new ArrayList<>(command);
        dumping.addAll(1, archived(below, null));
        dumping.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Djava.io.tmpdir=" + folder));
        dumping.addAll(List.of(Muchas.class.getName(), folder.resolve("home").toString(), "1"));
        Path said = folder.resolve("said");
        int exit = new ProcessBuilder(dumping)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(said)).isZero();
        return archive;
    }

    private static List<String> archived(List<String> below, @Nullable Path archive) {
        List<String> archives = new ArrayList<>(below);
        if (archive != null) {
            archives.add(archive.toString());
        }
        return archives.isEmpty()
                ? List.of()
                : List.of("-XX:SharedArchiveFile=" + String.join(File.pathSeparator, archives));
    }

    /** Whether what was set up is of these poms: else its libraries may be of other versions than those of the tests. */
    private static boolean isSetUp() throws IOException {
        if (!Files.exists(STATE)) {
            return false;
        }
        for (Path pom : List.of(ROOT.resolve("pom.xml"), Path.of("pom.xml"))) {
            if (Files.getLastModifiedTime(pom).compareTo(Files.getLastModifiedTime(STATE)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The class path begins as that of the archive does; what is ours, or of the tests alone, comes after it. */
    private static List<String> fromKit(List<String> own) throws IOException {
        JsonNode state = new ObjectMapper().readTree(STATE.toFile());
        List<String> names = StreamSupport.stream(state.required("libraries").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        Path lib = KIT.resolve("lib");
        Stream<String> more = own.stream().filter(each -> !names.contains(new File(each).getName()));
        List<String> path = Stream.concat(
                        names.stream().map(name -> lib.resolve(name).toString()), more)
                .toList();
        List<String> words = new ArrayList<>();
        String sqlite = state.path("natives").path("sqlite").asText();
        if (!sqlite.isEmpty()) {
            words.addAll(List.of("-Dorg.sqlite.lib.path=" + lib, "-Dorg.sqlite.lib.name=" + sqlite));
        }
        words.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        return words;
    }
}
