package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class SystemdUnitTest {
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder;

    @Test
    void a_unit_names_program_and_folders_whole_and_escapes_what_systemd_reads_itself() {
        SystemdUnit unit = new SystemdUnit(
                Path.of("/opt/el kit/kit"),
                List.of(Path.of("/srv/ventas"), Path.of("/srv/100% luz")),
                Path.of("/var/$x"));

        assertThat(unit.toString().lines())
                .contains(
                        "Description=Orquesta: ventas, 100%% luz",
                        "ExecStart=\"/opt/el kit/kit\" daemon \"/srv/ventas\" \"/srv/100%% luz\" --home \"/var/$$x\"",
                        "WorkingDirectory=/opt/el kit",
                        "Restart=always",
                        "WantedBy=default.target");
    }

    /** Names that need all that systemd asks of a name. */
    @Test
    void systemd_itself_finds_nothing_wrong_with_a_unit() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "no systemd here");
        Path kit = Files.createDirectories(folder.resolve("el kit 100% $x")).resolve("kit");
        Files.writeString(kit, "#!/bin/sh\n");
        assertThat(kit.toFile().setExecutable(true)).isTrue();
        SystemdUnit unit = new SystemdUnit(kit, List.of(folder.resolve("100% luz"), folder.resolve("$x")), null);

        assertThat(verified(unit.toString())).isEmpty();
        assertThat(verified(unit.toString().replace("Restart=", "Restar=")))
                .as("it would find something")
                .contains("Restar");
    }

    /** What {@code systemd-analyze verify} says. */
    private String verified(String unit) throws Exception {
        Path file = Files.writeString(folder.resolve("orquesta.service"), unit);
        Process asked = new ProcessBuilder(
                        ANALYZE.toString(), "verify", "--man=no", "--recursive-errors=no", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said.lines().filter(line -> line.contains("orquesta.service")).collect(Collectors.joining("\n"));
    }
}
