package orquesta.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A daemon as a service of systemd: it begins with the machine, and begins again if it dies.
 *
 * @param kit the program
 * @param home where runs are remembered; null for the pipelines' own
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html">systemd.service</a>
 */
public record SystemdUnit(
        Path kit, List<Path> pipelines, @Nullable Path home) {
    @Override
    public String toString() {
        Path program = kit.toAbsolutePath().normalize();
        String folders = pipelines.stream().map(SystemdUnit::quoted).collect(Collectors.joining(" "));
        String names = pipelines.stream()
                .map(folder -> folder.getFileName().toString().replace("%", "%%"))
                .collect(Collectors.joining(", "));
        String where = home == null ? "" : " --home " + quoted(home);
        return """
                [Unit]
                Description=Orquesta: %s
                After=network.target

                [Service]
                ExecStart=%s daemon %s%s
                WorkingDirectory=%s
                Restart=always
                RestartSec=5

                [Install]
                WantedBy=default.target
                """.formatted(names, program(program), folders, where, percent(program.getParent()));
    }

    /** An argument. */
    private static String quoted(Path path) {
        return program(path.toAbsolutePath().normalize()).replace("$", "$$");
    }

    /** In quotes, with systemd's own signs doubled or escaped. In the program itself, unlike its arguments, systemd looks for no variables. */
    private static String program(Path path) {
        return '"' + percent(path).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String percent(@Nullable Path path) {
        return String.valueOf(path).replace("%", "%%");
    }
}
