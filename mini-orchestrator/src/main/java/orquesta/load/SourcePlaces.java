package orquesta.load;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Where the methods of definitions stand in their files; a file that does not compile is read as far as it can be. */
final class SourcePlaces {
    private SourcePlaces() {}

    /** Each method that stands in a class, by {@code Ventas.ingresosTotales}; empty where the JDK has no compiler. */
    static Map<String, SourcePlace> in(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, SourcePlace> places = new HashMap<>();
        List<Path> sources = Checkout.sources(folder);
        if (compiler == null || sources.isEmpty()) {
            return places;
        }
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = SourceFile.readLeniently(sources);
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, problem -> {}, List.of("-proc:none"), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new Methods(file, positions, places).scan(file, "");
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes each method of one file under the name of its class. */
    private static final class Methods extends TreeScanner<@Nullable Void, String> {
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final Map<String, SourcePlace> places;

        Methods(CompilationUnitTree file, SourcePositions positions, Map<String, SourcePlace> places) {
            this.file = file;
            this.positions = positions;
            this.places = places;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String type) {
            if (method.getReturnType() != null) { // a constructor computes no asset
                places.putIfAbsent(type + "." + method.getName(), place(method));
            }
            return null;
        }

        private SourcePlace place(MethodTree method) {
            LineMap lines = file.getLineMap();
            int first = (int) lines.getLineNumber(positions.getStartPosition(file, method));
            int line = (int) lines.getLineNumber(positions.getStartPosition(file, method.getReturnType()));
            String name = Path.of(file.getSourceFile().toUri()).getFileName().toString();
            String code = text(lines.getStartPosition(first), positions.getEndPosition(file, method));
            return new SourcePlace(name, line, first, code.stripIndent());
        }

        private String text(long begin, long end) {
            try {
                return file.getSourceFile()
                        .getCharContent(true)
                        .subSequence((int) begin, (int) end)
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
