package almacenes;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tienda.Almacen;
import tienda.Linea;

/** Keeps lines in a folder: one file for each name. */
public final class EnArchivos implements Almacen {
    private final Path folder;

    public EnArchivos(String ruta) {
        this.folder = Path.of(ruta);
    }

    /** Writes beside, then moves: a reader sees the old file or the new one. */
    @Override
    public void guarda(String nombre, List<Linea> lineas) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(nombre + ".new");
        List<String> rows = new ArrayList<>();
        for (Linea line : lineas) {
            rows.add(line.producto() + "," + line.dia() + "," + line.total() + "," + line.anterior());
        }
        Files.write(beside, rows);
        Files.move(beside, folder.resolve(nombre), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<Linea> lee(String nombre) throws IOException {
        List<Linea> lines = new ArrayList<>();
        if (!Files.exists(folder.resolve(nombre))) {
            return lines;
        }
        for (String row : Files.readAllLines(folder.resolve(nombre))) {
            String[] cells = row.split(",");
            BigDecimal before = cells[3].equals("null") ? null : new BigDecimal(cells[3]);
            lines.add(new Linea(cells[0], LocalDate.parse(cells[1]), new BigDecimal(cells[2]), before));
        }
        return lines;
    }
}
