package resumen;

import enriquecimiento.VentaEnriquecida;
import java.util.List;

/** The summary step of the shop's pipeline. */
public final class Resumen {
    private Resumen() {}

    /** One line for each category, the largest total first. The rules: instructions.en.md, instructions.es.md. */
    public static List<ResumenCategoria> resumir(List<VentaEnriquecida> ventas) {
        throw new UnsupportedOperationException("TODO E14: write resumir");
    }
}
