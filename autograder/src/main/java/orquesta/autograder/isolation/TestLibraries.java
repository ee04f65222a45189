package orquesta.autograder.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;
import orquesta.autograder.files.Places;

/** The jars of JUnit and AssertJ, found where this process has them, so that they are of the same version everywhere. */
final class TestLibraries {
    private TestLibraries() {}

    /** DuckDB's driver, known by its name alone: nothing here calls it but by JDBC. */
    static List<Path> ofSql() {
        return named("org.duckdb.DuckDBDriver");
    }

    /** Tablesaw with what it needs, and DuckDB's driver. */
    static List<Path> ofTables() {
        List<Path> jars = new ArrayList<>(named(
                "tech.tablesaw.api.Table",
                "com.google.common.collect.ImmutableList",
                "org.apache.commons.math3.stat.StatUtils",
                "it.unimi.dsi.fastutil.ints.IntArrayList",
                "org.roaringbitmap.RoaringBitmap",
                "com.univocity.parsers.common.AbstractParser",
                "com.ibm.icu.text.CharsetDetector",
                "io.github.classgraph.ClassGraph",
                "org.slf4j.LoggerFactory",
                "org.slf4j.nop.NOPServiceProvider"));
        jars.addAll(ofSql());
        return jars;
    }

    /** The orchestrator, with what its core needs, Tablesaw among it. */
    static List<Path> ofPipelines() {
        List<Path> jars = new ArrayList<>(named(
                "orquesta.Orchestrator",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.fasterxml.jackson.core.JsonParser",
                "com.fasterxml.jackson.annotation.JsonValue",
                "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
                "org.jgrapht.Graph",
                "org.jheaps.AddressableHeap",
                "org.objectweb.asm.ClassReader",
                "org.jspecify.annotations.Nullable",
                "org.sqlite.JDBC"));
        jars.addAll(ofTables());
        return jars;
    }

    /** The jars of classes that nothing here calls. */
    private static List<Path> named(String... classes) {
        return Stream.of(classes)
                .map(name -> {
                    try {
                        return Places.of(Class.forName(name));
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .toList();
    }

    static List<Path> ofTests() {
        return Stream.of(
                        Test.class,
                        ParameterizedTest.class,
                        JupiterTestEngine.class,
                        JUnitException.class,
                        TestEngine.class,
                        Launcher.class,
                        AssertionFailedError.class,
                        API.class,
                        Assertions.class,
                        ByteBuddy.class)
                .map(Places::of)
                .toList();
    }
}
