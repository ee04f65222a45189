package orquesta.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures are compared with files that were looked at; {@code -Dgolden=write} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "orquesta", "draw");

    private Golden() {}

    static void assertLooksAs(String name, String svg) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(file));
    }
}
