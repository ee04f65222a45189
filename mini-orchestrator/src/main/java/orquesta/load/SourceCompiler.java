package orquesta.load;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import orquesta.text.Gloss;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.SourceLine;
import orquesta.text.UserException;

/**
 * Compiles a folder of {@code .java} files in this process. What was compiled is kept under the hash of the sources, the
 * class path and the JDK, so the compiler is not even loaded while nothing changes.
 */
final class SourceCompiler {
    private static final List<String> OPTIONS =
            List.of("-parameters", "-proc:none", "-g", "-Xlint:none", "-XDstringConcat=inline");

    /** Characters of a source line that fit beside a message in a terminal, and on a page in a small window. */
    private static final int SHOWN = 70;

    /** The jars of the class path stay open from one compilation to the next: to open them takes longer than to compile. */
    private static final class Open {
        static final StandardJavaFileManager FILES =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }

    private final Path cache;
    private final String java;

    SourceCompiler(Path cache) {
        this(cache, Runtime.version().toString());
    }

    /** @param java the version of the JDK that compiles */
    SourceCompiler(Path cache, String java) {
        this.cache = cache;
        this.java = java;
    }

    /** The folder of class files; compiled now if they are not there. */
    Path classes(List<Path> sources) {
        Path classes = cache.resolve(hash(sources));
        if (!Files.isDirectory(classes)) {
            compile(sources, classes);
        }
        return classes;
    }

    private String hash(List<Path> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(java.getBytes(StandardCharsets.UTF_8));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                File file = new File(entry);
                digest.update((entry + file.length() + file.lastModified()).getBytes(StandardCharsets.UTF_8));
            }
            for (Path source : sources) {
                digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into a folder beside, which gets its name when all is well: a broken compilation is never taken for a good one. */
    private void compile(List<Path> sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserException("", "compile.no_compiler", System.getProperty("java.home"));
        }
        try {
            Files.createDirectories(cache);
            Path fresh = Files.createTempDirectory(cache, "new-");
            try {
                compile(compiler, sources, fresh);
                requireNoExit(fresh);
                keep(fresh, classes);
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One at a time: the files that are open are those of all. */
    private static synchronized void compile(JavaCompiler compiler, List<Path> sources, Path into) throws IOException {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-d", into.toString()));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var units = SourceFile.read(sources);
        if (!compiler.getTask(new StringWriter(), Open.FILES, found, options, null, units)
                .call()) {
            throw new UserException(problems(found));
        }
    }

    private static void keep(Path fresh, Path classes) throws IOException {
        try {
            Files.move(fresh, classes, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(classes)) { // else another process compiled the same at the same time, and was first
                throw e;
            }
        }
    }

    /** Removes a folder and all that is in it; nothing if it is not there. */
    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void requireNoExit(Path classes) throws IOException {
        List<Problem> exits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                exits.addAll(ExitCalls.in(Files.readAllBytes(file)));
            }
        }
        if (!exits.isEmpty()) {
            throw new UserException(exits);
        }
    }

    private static List<Problem> problems(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .sorted(Comparator.comparing((Diagnostic<?> diagnostic) -> file(diagnostic))
                        .thenComparing(diagnostic -> diagnostic.getLineNumber()))
                .map(SourceCompiler::problem)
                .toList();
    }

    /** In the compiler's words, with the line, and below it what that means. */
    private static Problem problem(Diagnostic<?> diagnostic) {
        String said = diagnostic.getMessage(Locale.ROOT).strip();
        Message gloss = Gloss.of(Objects.requireNonNullElse(diagnostic.getCode(), ""), said);
        String place = file(diagnostic) + ":" + diagnostic.getLineNumber();
        return Problem.at(place, "compile.error", said, line(diagnostic), gloss);
    }

    private static String file(Diagnostic<?> diagnostic) {
        return diagnostic.getSource() instanceof JavaFileObject file
                ? Path.of(file.toUri()).getFileName().toString()
                : "?";
    }

    /** The line of the source, and a mark below the place. */
    private static String line(Diagnostic<?> diagnostic) {
        int at = (int) diagnostic.getPosition(); // not the column: it counts a tab as up to eight
        if (!(diagnostic.getSource() instanceof JavaFileObject file) || at < 0) {
            return "";
        }
        try {
            String source = file.getCharContent(true).toString();
            return ("\n" + SourceLine.around(source, at, SHOWN)).replace("\n", "\n    ");
        } catch (IOException e) {
            return "";
        }
    }
}
