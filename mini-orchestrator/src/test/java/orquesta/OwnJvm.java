package orquesta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How tests start a JVM of their own. Where {@code ./kit test} has set the checkout up, it gets what a JVM of {@code kit}
 * gets, the class-data archive of the libraries and the drivers' own libraries unpacked: a start and a small run take 1.2
 * seconds of processor time instead of 2.1. Our own classes are those of this build everywhere.
 */
public final class OwnJvm {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path KIT = ROOT.resolve(".kit");
    private static final Path STATE = KIT.resolve("state.json");
    private static final Path ARCHIVE = KIT.resolve("cds").resolve(System.getProperty("java.version") + ".jsa");

    /** The first JDK that warns of drivers with libraries of their own, on the same stream as what a program says. */
    private static final int WARNS = 24;

    private OwnJvm() {}

    /**
     * A command that starts one.
     *
     * @param words what comes after its class path: properties, the name of a program, its arguments
     */
    public static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= WARNS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        try {
            command.addAll(isSetUp() ? fromArchive() : List.of("-cp", System.getProperty("java.class.path")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.addAll(List.of(words));
        return command;
    }

    /** Whether what was set up is of these poms: else its libraries may be of other versions than those of the tests. */
    private static boolean isSetUp() throws IOException {
        if (!Files.exists(ARCHIVE) || !Files.exists(STATE)) {
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
    private static List<String> fromArchive() throws IOException {
        JsonNode state = new ObjectMapper().readTree(STATE.toFile());
        List<String> names = StreamSupport.stream(state.required("libraries").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        Path lib = KIT.resolve("lib");
        Stream<String> more = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !names.contains(new File(each).getName()));
        List<String> path = Stream.concat(
                        names.stream().map(name -> lib.resolve(name).toString()), more)
                .toList();
        List<String> flags = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=error,cds*=off:stderr"));
        flags.add("-XX:SharedArchiveFile=" + ARCHIVE);
        String sqlite = state.path("natives").path("sqlite").asText();
        if (!sqlite.isEmpty()) {
            flags.addAll(List.of("-Dorg.sqlite.lib.path=" + lib, "-Dorg.sqlite.lib.name=" + sqlite));
        }
        flags.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        return flags;
    }
}
