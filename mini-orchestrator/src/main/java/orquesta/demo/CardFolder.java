package orquesta.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orquesta.text.UserException;

/**
 * The folder in which a demo is shown: the shop of all demos, with what is other in this one, and a {@code kit} of its own that hands
 * over to the checkout's. So commands are short, and its home lies in it.
 */
public record CardFolder(Path path, Card card) {
    private static final List<String> SHOP = List.of("tienda/Tienda.java", "datos/ventas.csv", "datos/productos.csv");
    /** What tells such a folder from any other: only it is ever emptied. */
    private static final String MARK = ".demo";

    /** Whether the demo lies there, as it was left. */
    public boolean isLaid() {
        return Files.isRegularFile(path.resolve(MARK));
    }

    /**
     * Lays it anew; what lay there of this demo is gone, but not the folder itself, in which a terminal may stand.
     *
     * @param kit the script of the checkout
     * @throws UserException if something else lies there
     */
    public void lay(Path kit) throws IOException {
        if (isLaid()) {
            empty();
        } else if (Files.exists(path) && !isEmpty()) {
            throw new UserException(card.id(), "demo.taken", path);
        }
        for (String file : SHOP) {
            write(file, Cards.text(Path.of(file).getFileName() + ".txt"));
        }
        write(MARK, card.id() + "\n");
        write("kit", "#!/bin/sh\nexec '" + kit.toString().replace("'", "'\\''") + "' \"$@\"\n");
        if (!path.resolve("kit").toFile().setExecutable(true)) {
            throw new IOException(path.resolve("kit").toString());
        }
        for (CardEdit edit : card.laid()) {
            if (!edit.make(path)) {
                throw new IllegalStateException(card.id() + ": " + edit);
            }
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    /** The mark goes last: what is interrupted can be done again. */
    private void empty() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path inside : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!inside.equals(path) && !inside.equals(path.resolve(MARK))) {
                    Files.delete(inside);
                }
            }
        }
        Files.delete(path.resolve(MARK));
    }

    private void write(String file, String text) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.writeString(target, text);
    }
}
