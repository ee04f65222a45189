package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class SystemdUnitTest {
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
}
