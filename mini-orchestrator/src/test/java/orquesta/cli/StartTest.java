package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.OwnJvm;
import orquesta.testkit.TestHome;

/** What a command loads before it says its first word. */
class StartTest {
    @TempDir
    Path home;

    @Test
    void a_command_that_computes_nothing_loads_no_duckdb_no_flight_recorder_and_no_compiler() throws IOException {
        TestHome.in(home).close();
        List<String> command = OwnJvm.command(
                OwnJvm.FLIGHT_RECORDER + false,
                "-Xlog:class+load:stdout",
                "-Dorquesta.lang=en",
                "orquesta.cli.Main",
                "runs",
                "--home",
                home.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();

        assertThat(said).anyMatch(line -> line.contains("org.sqlite.jdbc4.JDBC4Connection "));
        assertThat(said).anyMatch(line -> line.startsWith("Nothing has been run"));
        assertThat(said)
                .noneMatch(line -> line.contains("org.duckdb.DuckDBDriver "))
                .noneMatch(line -> line.contains("jdk.jfr.FlightRecorder "))
                .noneMatch(line -> line.contains("com.sun.tools.javac."));
    }
}
