package limpia;

import java.util.List;

public final class Limpia {
    static List<Salida> limpiar(List<Entrada> filas) {
        throw new UnsupportedOperationException("TODO");
    }
}
