package orquesta.autograder.isolation;

import java.nio.file.Path;
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
final class Libraries {
    private Libraries() {}

    /** DuckDB's driver, known by its name alone: nothing here calls it but by JDBC. */
    static List<Path> ofSql() {
        try {
            return List.of(
                    Places.of(Class.forName("org.duckdb.DuckDBDriver", false, Libraries.class.getClassLoader())));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
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
