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
                """.formatted(names, quoted(program), folders, where, program.getParent());
    }

    /** In quotes, with systemd's own signs doubled or escaped. */
    private static String quoted(Path path) {
        String text = path.toAbsolutePath().normalize().toString();
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("%", "%%")
                        .replace("$", "$$")
                + '"';
    }
}
