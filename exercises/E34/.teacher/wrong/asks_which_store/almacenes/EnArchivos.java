package almacenes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
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
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(beside))) {
            out.writeInt(lineas.size());
            for (Linea line : lineas) {
                out.writeUTF(line.producto());
                out.writeUTF(line.dia().toString());
                out.writeUTF(line.total().toPlainString());
                out.writeUTF(line.anterior() == null ? "" : line.anterior().toPlainString());
            }
        }
        Files.move(beside, folder.resolve(nombre), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<Linea> lee(String nombre) throws IOException {
        List<Linea> lines = new ArrayList<>();
        if (!Files.exists(folder.resolve(nombre))) {
            return lines;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(nombre)))) {
            for (int left = in.readInt(); left > 0; left--) {
                String product = in.readUTF();
                LocalDate day = LocalDate.parse(in.readUTF());
                BigDecimal total = new BigDecimal(in.readUTF());
                String before = in.readUTF();
                lines.add(new Linea(product, day, total, before.isEmpty() ? null : new BigDecimal(before)));
            }
        }
        return lines;
    }
}
