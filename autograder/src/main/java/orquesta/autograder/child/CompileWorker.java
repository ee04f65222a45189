package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler in a process of its own: whatever a source does to it, the controller starts another. Stays warm. */
public final class CompileWorker {
    private static final int MOST_ERRORS = 100;
    private static final List<String> OPTIONS = List.of(
            "-proc:none", "-implicit:none", "-parameters", "-g", "-nowarn", "-Xlint:none", "-encoding", "UTF-8");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    /** The jars of a class path stay open from one request to the next: opening forty takes longer than compiling an answer. */
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private CompileWorker() {}

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        CompileWorker worker = new CompileWorker();
        for (@Nullable DataInputStream frame = Wire.receive(in); frame != null; frame = Wire.receive(in)) {
            Wire.send(out, worker.compile(frame));
        }
    }

    /** Request: folder of classes, release, class path, sources. Reply: whether all compiled, and the errors. */
    private byte[] compile(DataInputStream in) throws IOException {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-d", Wire.readWord(in), "--release", Wire.readWord(in)));
        options.addAll(List.of("-cp", Wire.readWord(in)));
        List<Path> sources = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            sources.add(Path.of(Wire.readWord(in)));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        boolean all = compiled(sources, options, found);
        return Wire.frame(out -> {
            out.writeBoolean(all);
            write(out, found);
        });
    }

    private boolean compiled(List<Path> sources, List<String> options, DiagnosticCollector<JavaFileObject> found) {
        var units = files.getJavaFileObjectsFromPaths(sources);
        return compiler.getTask(new StringWriter(), files, found, options, null, units)
                .call();
    }

    private static void write(DataOutputStream out, DiagnosticCollector<JavaFileObject> found) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .toList();
        out.writeInt(errors.size());
        for (Diagnostic<? extends JavaFileObject> error : errors) {
            @Nullable JavaFileObject source = error.getSource();
            Wire.writeText(out, source == null ? "" : Path.of(source.toUri()).toString());
            out.writeInt((int) error.getLineNumber());
            out.writeInt((int) error.getColumnNumber());
            Wire.writeText(out, error.getCode());
            Wire.writeText(out, error.getMessage(Locale.ROOT));
        }
    }
}
