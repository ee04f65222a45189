package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rule S1: a transformation does no input or output and leaves the JVM alone. It teaches, and protects nothing: what is reached by reflection is
 * not seen, so reflection itself breaks the rule. Printing and character sets pass.
 */
public final class Transformations {
    private static final List<String> PACKAGES = List.of(
            "java.io.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "java.sql.",
            "java.beans.",
            "java.rmi.",
            "java.awt.",
            "javax.management.",
            "javax.naming.",
            "javax.net.",
            "javax.print.",
            "javax.script.",
            "javax.sound.",
            "javax.swing.",
            "com.sun.",
            "javax.sql.",
            "java.lang.foreign.",
            "java.lang.reflect.",
            "java.util.zip.",
            "java.util.jar.",
            "java.util.prefs.",
            "java.util.logging.",
            "javax.imageio.",
            "javax.xml.",
            "javax.tools.",
            "jdk.",
            "sun.",
            "tech.tablesaw.io.",
            "org.duckdb.",
            "orquesta.reports.",
            "orquesta.store.",
            "orquesta.relation.",
            "orquesta.values.",
            "orquesta.run.",
            "orquesta.datasets.");
    private static final Set<String> TYPES = Set.of(
            "java.util.Scanner",
            "java.util.Formatter",
            "java.util.ResourceBundle",
            "java.util.ServiceLoader",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ClassLoader",
            "java.lang.Module");
    /** Types of those packages that open nothing. */
    private static final Set<String> INNOCENT = Set.of(
            "java.io.PrintStream",
            "java.io.Serializable",
            "java.io.Serial",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.PrintWriter",
            "java.lang.reflect.Array");

    private static final Set<String> CALLS = Set.of(
            "java.lang.Class.forName",
            "java.lang.Class.getResource",
            "java.lang.Class.getResourceAsStream",
            "java.lang.Class.getMethod",
            "java.lang.Class.getMethods",
            "java.lang.Class.getDeclaredMethod",
            "java.lang.Class.getDeclaredMethods",
            "java.lang.Class.getClassLoader",
            "java.lang.Class.newInstance",
            "java.lang.invoke.MethodHandles.lookup",
            "java.lang.invoke.MethodHandles.publicLookup",
            "java.lang.System.exit",
            "java.lang.System.load",
            "java.lang.System.loadLibrary",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.setProperty",
            "java.lang.System.clearProperty",
            "java.lang.System.setIn",
            "java.lang.System.setOut",
            "java.lang.System.setErr",
            "java.util.Locale.setDefault",
            "java.util.TimeZone.setDefault",
            "tech.tablesaw.api.Table.read",
            "tech.tablesaw.api.Table.write",
            "orquesta.asset.Relation.csv",
            "orquesta.asset.Relation.json",
            "orquesta.asset.Relation.parquet");

    /** What changes or ends the JVM itself, and is no reading or writing. */
    private static final Set<String> OF_THE_JVM = Set.of(
            "java.lang.Runtime",
            "java.lang.System.exit",
            "java.lang.System.load",
            "java.lang.System.loadLibrary",
            "java.lang.System.setProperty",
            "java.lang.System.clearProperty",
            "java.lang.System.setIn",
            "java.lang.System.setOut",
            "java.lang.System.setErr",
            "java.util.Locale.setDefault",
            "java.util.TimeZone.setDefault");

    private Transformations() {}

    /**
     * The first place that breaks the rule.
     *
     * @param what a type, or {@code Type.method}
     */
    public record Breach(String what, String place) {
        /** Whether it touches the JVM, where others read, write or reflect. */
        public boolean touchesJvm() {
            return OF_THE_JVM.stream().anyMatch(each -> what.equals(each) || what.startsWith(each + "."));
        }
    }

    public static Optional<Breach> first(Collection<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(calls(type), types(type)))
                .min(Comparator.comparing(Breach::place).thenComparing(Breach::what));
    }

    private static Stream<Breach> calls(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> isForbidden(access.getTarget()))
                .map(access -> new Breach(name(access.getTarget()), place(type, access)));
    }

    private static boolean isForbidden(AccessTarget target) {
        return CALLS.contains(name(target)) || opens(target);
    }

    /** A writer or formatter that is opened on a file: told by the types of its parameters. */
    static boolean opens(AccessTarget target) {
        return target.getOwner().getName().startsWith("java.io.Print")
                && target.getFullName().matches(".*<init>\\((java\\.lang\\.String|java\\.io\\.File)\\b.*");
    }

    static String name(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    static String place(JavaClass type, JavaAccess<?> access) {
        return type.getSource().flatMap(source -> source.getFileName()).orElse(type.getSimpleName()) + ":"
                + access.getLineNumber();
    }

    private static Stream<Breach> types(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isForbidden(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(dependency -> new Breach(dependency.getTargetClass().getName(), place(type, dependency)));
    }

    static String place(JavaClass type, Dependency dependency) {
        String file = type.getSource().flatMap(source -> source.getFileName()).orElse(type.getSimpleName());
        int line = dependency.getSourceCodeLocation().getLineNumber();
        return line > 0 ? file + ":" + line : file;
    }

    private static boolean isForbidden(String type) {
        return !INNOCENT.contains(type)
                && (TYPES.contains(type) || PACKAGES.stream().anyMatch(type::startsWith))
                && !type.startsWith("java.lang.invoke.");
    }
}
