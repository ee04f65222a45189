package tienda;

import java.util.ArrayList;
import java.util.List;

/** A rehearsal without files: sales from a list, the report into a list. Given; do not change it. */
public final class Ensayo {
    private Ensayo() {}

    public static List<Linea> ensayar(List<Venta> ventas) {
        List<Linea> publicado = new ArrayList<>();
        Tienda.ejecutar(() -> ventas, publicado::addAll);
        return publicado;
    }
}
