package orquesta.autograder.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import orquesta.Orchestrator;
import orquesta.autograder.files.Places;

/**
 * The orchestrator among the libraries of a child: its name stays while its code changes, and where it is being built it is
 * a folder of classes and no jar.
 */
final class OwnModule {
    private static final Path JAR = Path.of("mini-orchestrator.jar");

    private OwnModule() {}

    private static boolean is(Path library) {
        return library.equals(Places.of(Orchestrator.class));
    }

    /** The name of a library in the folder of a child. */
    static Path jarName(Path library) {
        return is(library) ? JAR : library.getFileName();
    }

    /** Changes with the code of those whose name does not. */
    static String versions(List<Path> libraries) throws IOException {
        return libraries.stream().anyMatch(OwnModule::is) ? Places.version(Orchestrator.class) : "";
    }

    /** Writes a folder of classes as a jar. */
    static void write(Path folder, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> inside = Files.walk(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
