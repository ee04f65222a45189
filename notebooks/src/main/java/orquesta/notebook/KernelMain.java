package orquesta.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;

/** Starts the kernel; Jupyter gives it the file that says on which ports it listens. */
public final class KernelMain {
    private static final List<String> LANGUAGES = List.of("en", "es");

    /** Jars that no cell names: databases' drivers, what libraries are made with. {@code %classpath} brings one back. */
    private static final List<String> LIBRARIES_OF_LIBRARIES = List.of(
            "byte-buddy-",
            "icu4j-",
            "apfloat-",
            "checker-qual-",
            "univocity-",
            "classgraph-",
            "picocli-",
            "angus-",
            "postgresql-",
            "sqlite-");

    private KernelMain() {}

    public static void main(String[] arguments) throws Exception {
        quietLogs();
        if (System.getenv("ORQUESTA_LANG") == null) {
            languageOf(Path.of("").toAbsolutePath()).ifPresent(code -> System.setProperty("orquesta.lang", code));
        }
        CellLimit limit = CellLimit.of(System.getenv("ORQUESTA_CELL_SECONDS"));
        Callable<NotebookKernel> start = () -> CellClassPath.without(LIBRARIES_OF_LIBRARIES, () -> started(limit));
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        if (LastingJvm.isThis()) {
            new LastingJvm(connection, start).begin();
        } else {
            start.call().becomeHandlerForConnection(connection);
        }
        connection.connect();
        endWithServer();
        connection.waitUntilClose();
    }

    private static NotebookKernel started(CellLimit limit) throws IOException {
        NotebookKernel kernel = new NotebookKernel.Builder(limit.duration())
                .compilerOpts(List.of("-parameters", "-g"))
                .lineMagic("load", new LoadMagic())
                .lineMagic("classpath", new ClasspathMagic())
                .build();
        kernel.onStartup();
        importUsual(kernel.getJShell());
        kernel.tellInNextCell(limit.problems());
        return kernel;
    }

    /** Left alone by a server that was killed, a kernel would keep its memory for ever. */
    @SuppressWarnings("FutureReturnValueIgnored") // After it there is nobody left to tell.
    private static void endWithServer() {
        ProcessHandle.current().parent().ifPresent(server -> server.onExit().thenRun(() -> System.exit(0)));
    }

    /** Logs go to the terminal of the server, and only what matters; set up later, they would go to the first cell that logs. */
    private static void quietLogs() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.getHandlers();
    }

    /**
     * The kernel stands in the folder of the notebook: the lessons have a folder for each language, and a student's copies
     * a file that says it.
     */
    static Optional<String> languageOf(Path folder) {
        return Optional.ofNullable(folder.getFileName())
                .map(Path::toString)
                .filter(LANGUAGES::contains)
                .or(() -> said(folder.resolve(".language")));
    }

    private static Optional<String> said(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(LANGUAGES::contains);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What no lesson wants to write out in its first cell; JShell refuses, and we leave out, a package that is not there. */
    static void importUsual(JShell shell) throws IOException {
        try (InputStream file = KernelMain.class.getResourceAsStream("imports.jsh")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(shell::eval);
        }
    }
}
