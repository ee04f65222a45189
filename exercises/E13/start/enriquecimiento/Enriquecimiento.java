package enriquecimiento;

import java.util.List;
import limpieza.VentaLimpia;

/** The step of the shop's pipeline that asks the catalogue. */
public final class Enriquecimiento {
    private Enriquecimiento() {}

    /** Each sale with what the catalogue knows, in their order. The rules: instructions.en.md, instructions.es.md. */
    public static List<VentaEnriquecida> enriquecer(List<VentaLimpia> ventas, List<Producto> catalogo) {
        throw new UnsupportedOperationException("TODO E13: write enriquecer");
    }
}
