package tienda.extraer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tienda.Venta;

/** Sales from a CSV file: a header, then a category and an amount in each line. */
public final class VentasCsv implements Fuente {
    private final Path archivo;

    public VentasCsv(Path archivo) {
        this.archivo = archivo;
    }

    @Override
    public List<Venta> ventas() {
        try {
            return Files.readAllLines(archivo).stream().map(VentasCsv::venta).toList();
        } catch (IOException noSeLee) {
            throw new UncheckedIOException(noSeLee);
        }
    }

    private static Venta venta(String linea) {
        String[] campos = linea.split(",");
        long monto = campos[1].matches("[0-9]+") ? Long.parseLong(campos[1]) : 0;
        return new Venta(campos[0], monto);
    }
}
