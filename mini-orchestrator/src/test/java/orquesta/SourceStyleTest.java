package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the sources of all modules are written, as the compiler reads them: texts and comments cannot deceive it. */
@Tag("once")
class SourceStyleTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("mini-orchestrator", "datasets", "autograder", "notebooks", "exercises");

    private static Parsed all;

    @BeforeAll
    static void read() throws IOException {
        all = parsed(sources());
    }

    @AfterAll
    static void forget() {
        all = null;
    }

    @Test
    void a_name_stands_for_one_type_in_all_modules() {
        assertThat(twice(all.units)).isEmpty();
    }

    @Test
    void a_statement_has_one_conditional_expression_at_most() {
        assertThat(crowded(all)).isEmpty();
    }

    @Test
    void two_types_of_one_name_are_found_and_so_is_one_that_is_imported_out_of_another() throws IOException {
        Parsed sources = parsed(List.of(
                new Text("A", "package a; class Plan { static class Row {} record Cell() {} }"),
                new Text("B", "package b; class Plan {}"),
                new Text(
                        "C",
                        "package c; import a.Plan.Row; class Row {} class Cell { String plan = \"class Cell {}\"; }")));

        assertThat(twice(sources.units)).containsExactly("Plan: [a.Plan, b.Plan]", "Row: [a.Plan.Row, c.Row]");
    }

    @Test
    void conditional_expressions_are_counted_statement_by_statement() throws IOException {
        Parsed sources = parsed(List.of(new Text("A", """
                class A {
                    int one(int a) { return a > 0 ? 1 : a < 0 ? 2 : 3; }
                    int two(int a) { return Math.max(a > 0 ? 1 : 2, a > 1 ? 1 : 2); }
                    int fine(int a) {
                        String text = "a ? b : c ? d : e"; // a ? b : c ? d : e
                        java.util.function.IntUnaryOperator by = b -> b > 0 ? 1 : 2;
                        if (a > 0 ? true : false) { a = a > 1 ? 1 : 2; }
                        return switch (a) { case 1 -> a > 0 ? 1 : 2; default -> a > 1 ? 1 : 2; };
                    }
                }
                """)));

        assertThat(crowded(sources)).containsExactly("A.java:2", "A.java:3");
    }

    /**
     * Types that a reader meets by their simple name alone: those of a file, and those inside another that somebody imports.
     * One that is only written behind its outer type, {@code Plan.Row}, has two words already.
     */
    private static List<String> twice(List<CompilationUnitTree> units) {
        Map<String, Set<String>> places = new TreeMap<>();
        for (CompilationUnitTree unit : units) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree declared) {
                    String name = declared.getSimpleName().toString();
                    places.computeIfAbsent(name, first -> new TreeSet<>()).add(unit.getPackageName() + "." + name);
                }
            }
            for (ImportTree named : unit.getImports()) {
                String text = named.getQualifiedIdentifier().toString();
                String[] parts = text.split("\\.");
                boolean inner = parts.length > 2 && Character.isUpperCase(parts[parts.length - 2].charAt(0));
                if (inner && !named.isStatic() && isOurs(units, text)) {
                    places.computeIfAbsent(parts[parts.length - 1], first -> new TreeSet<>())
                            .add(text);
                }
            }
        }
        return places.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name -> name.getKey() + ": " + name.getValue())
                .toList();
    }

    private static boolean isOurs(List<CompilationUnitTree> units, String type) {
        return units.stream().anyMatch(unit -> type.startsWith(unit.getPackageName() + "."));
    }

    /** File and line of each statement with more than one; a lambda's expression and a case are statements of their own. */
    private static List<String> crowded(Parsed sources) {
        Set<String> crowded = new TreeSet<>();
        for (CompilationUnitTree unit : sources.units) {
            IdentityHashMap<Tree, Boolean> seen = new IdentityHashMap<>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitConditionalExpression(ConditionalExpressionTree found, Void nothing) {
                    if (seen.put(statementOf(getCurrentPath()), true) != null) {
                        long at = sources.trees.getSourcePositions().getStartPosition(unit, found);
                        String file = unit.getSourceFile().getName();
                        crowded.add(file.substring(file.lastIndexOf('/') + 1) + ":"
                                + unit.getLineMap().getLineNumber(at));
                    }
                    return super.visitConditionalExpression(found, null);
                }
            }.scan(unit, null);
        }
        return new ArrayList<>(crowded);
    }

    private static Tree statementOf(TreePath found) {
        TreePath at = found.getParentPath();
        while (!(at.getLeaf() instanceof StatementTree
                || at.getLeaf() instanceof LambdaExpressionTree
                || at.getLeaf() instanceof CaseTree)) {
            at = at.getParentPath();
        }
        return at.getLeaf();
    }

    private record Parsed(List<CompilationUnitTree> units, Trees trees) {}

    private static Parsed parsed(List<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        return new Parsed(units, Trees.instance(task));
    }

    /** Main sources of every module that this checkout has. */
    private static List<Text> sources() throws IOException {
        List<Text> sources = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = CHECKOUT.resolve(module).resolve(Path.of("src", "main", "java"));
            if (Files.isDirectory(folder)) {
                sources.addAll(below(folder));
            }
        }
        assertThat(sources).hasSizeGreaterThan(400);
        return sources;
    }

    private static List<Text> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Text> sources = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(new Text(file.getFileName().toString().replace(".java", ""), Files.readString(file)));
            }
            return sources;
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        private Text(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
