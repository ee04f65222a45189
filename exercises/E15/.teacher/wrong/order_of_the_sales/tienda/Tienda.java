package tienda;

import java.nio.file.Path;
import tienda.cargar.Destino;
import tienda.cargar.InformeCsv;
import tienda.extraer.Fuente;
import tienda.extraer.VentasCsv;
import tienda.transformar.Resumen;

/** The program: it knows the parts and puts them together. */
public final class Tienda {
    private Tienda() {}

    /** Takes the sales from the source, sums them up, and gives the report to the destination. */
    public static void ejecutar(Fuente fuente, Destino destino) {
        destino.publicar(Resumen.resumir(fuente.ventas()));
    }

    /** The two paths of each morning: the sales, the report. */
    public static void main(String[] paths) {
        ejecutar(new VentasCsv(Path.of(paths[0])), new InformeCsv(Path.of(paths[1])));
    }
}
