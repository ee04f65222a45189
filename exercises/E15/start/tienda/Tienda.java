package tienda;

import java.io.IOException;
import java.nio.file.Path;
import tienda.cargar.Destino;
import tienda.extraer.Fuente;
import tienda.transformar.Resumen;

/** The program: it knows the parts and puts them together. */
public final class Tienda {
    private Tienda() {}

    /** Takes the sales from the source, sums them up, and gives the report to the destination. */
    public static void ejecutar(Fuente fuente, Destino destino) {
        throw new UnsupportedOperationException("TODO E15: write ejecutar");
    }

    /** The two paths of each morning: the sales, the report. */
    public static void main(String[] paths) throws IOException {
        Resumen.informe(Path.of(paths[0]), Path.of(paths[1]));
    }
}
