package orquesta.load;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where the methods of definitions stand in their files; a file that does not compile is read as far as it can be.
 *
 * @param methods each method that stands in a class, by {@code Ventas.ingresosTotales}
 * @param about the first sentence of the comment on the class that has the definitions; empty if it has none
 */
record SourcePlaces(Map<String, SourcePlace> methods, String about) {
    static final SourcePlaces NONE = new SourcePlaces(Map.of(), "");
    /** A tag of a comment, around a name or code; its words are what one reads. */
    private static final Pattern TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

    SourcePlaces {
        methods = Map.copyOf(methods);
    }

    /** Those of a folder; none where the JDK has no compiler. */
    static SourcePlaces in(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = Checkout.sources(folder);
        if (compiler == null || sources.isEmpty()) {
            return NONE;
        }
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = SourceFile.readLeniently(sources);
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, problem -> {}, List.of("-proc:none"), null, units);
            DocTrees trees = DocTrees.instance(task);
            Map<String, SourcePlace> places = new HashMap<>();
            List<String> comments = new ArrayList<>();
            for (CompilationUnitTree file : task.parse()) {
                new Methods(file, trees.getSourcePositions(), places).scan(file, "");
                file.getTypeDecls().stream()
                        .filter(SourcePlaces::hasDefinitions)
                        .map(type -> trees.getDocComment(TreePath.getPath(file, type)))
                        .filter(Objects::nonNull)
                        .forEach(comments::add);
            }
            return new SourcePlaces(places, comments.isEmpty() ? "" : sentence(comments.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasDefinitions(Tree type) {
        return type instanceof ClassTree found
                && found.getMembers().stream()
                        .anyMatch(member -> member instanceof MethodTree method
                                && method.getName().contentEquals("definitions"));
    }

    /** The first sentence of a comment, in one line. */
    private static String sentence(String comment) {
        String text = TAG.matcher(comment)
                .replaceAll("$1")
                .strip()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
        return text.split("(?<=[.!?]) |(^| )@\\w", 2)[0];
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
