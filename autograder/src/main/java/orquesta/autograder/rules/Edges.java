package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rule S3: files and databases are touched at the edges alone. A path is a name, and opens nothing. */
final class Edges {
    private static final List<String> PACKAGES = List.of(
            "java.io.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "com.sun.net.",
            "java.sql.",
            "javax.sql.",
            "java.util.zip.",
            "java.util.jar.",
            "tech.tablesaw.io.",
            "org.duckdb.",
            "org.sqlite.",
            "orquesta.reports.",
            "orquesta.store.",
            "orquesta.datasets.");
    private static final Set<String> TYPES =
            Set.of("java.util.Scanner", "java.util.Formatter", "java.lang.ProcessBuilder");
    private static final Set<String> INNOCENT = Set.of(
            "java.io.PrintStream",
            "java.io.Serializable",
            "java.io.Serial",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.nio.file.Path",
            "java.nio.file.Paths",
            "java.net.URI",
            "java.sql.SQLException");
    private static final Set<String> CALLS = Set.of(
            "tech.tablesaw.api.Table.read",
            "tech.tablesaw.api.Table.write",
            "orquesta.asset.Relation.csv",
            "orquesta.asset.Relation.json",
            "orquesta.asset.Relation.parquet",
            "java.lang.Runtime.exec");

    private Edges() {}

    /** The first place of these classes that touches a file or a database. */
    static Optional<Transformations.Breach> first(Collection<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(calls(type), types(type)))
                .min(Comparator.comparing(Transformations.Breach::place).thenComparing(Transformations.Breach::what));
    }

    private static Stream<Transformations.Breach> calls(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> CALLS.contains(Transformations.name(access.getTarget()))
                        || Transformations.opens(access.getTarget()))
                .map(access -> new Transformations.Breach(
                        Transformations.name(access.getTarget()), Transformations.place(type, access)));
    }

    private static Stream<Transformations.Breach> types(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> touches(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(dependency -> new Transformations.Breach(
                        dependency.getTargetClass().getName(), Transformations.place(type, dependency)));
    }

    static boolean touches(String type) {
        return !INNOCENT.contains(type)
                && (TYPES.contains(type) || PACKAGES.stream().anyMatch(type::startsWith));
    }
}
