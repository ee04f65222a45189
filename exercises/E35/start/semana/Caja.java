package semana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The service of the tills: it answers for any time, and knows of no days. Leave it as it is. */
public final class Caja {
    private final Path folder;

    /** @param folder holds {@code ventas.csv}, and {@code caidas.csv} while a till does not answer */
    public Caja(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * What was sold from one instant until just before another.
     *
     * @throws IOException if a till of that time does not answer: it may do so tomorrow
     */
    public List<Venta> ventas(Instant from, Instant until) throws IOException {
        for (String line : lines("caidas.csv")) {
            if (lies(line, from, until)) {
                throw new IOException("a till does not answer: " + line);
            }
        }
        List<Venta> sales = new ArrayList<>();
        for (String line : lines("ventas.csv")) {
            String[] cells = line.split(",");
            if (lies(cells[0], from, until)) {
                sales.add(new Venta(cells[1], Long.parseLong(cells[2])));
            }
        }
        return sales;
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static boolean lies(String time, Instant from, Instant until) {
        Instant instant = Instant.parse(time);
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
