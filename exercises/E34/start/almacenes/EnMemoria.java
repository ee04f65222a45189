package almacenes;

import java.util.List;
import tienda.Almacen;
import tienda.Linea;

/** Keeps lines in the memory of this run. */
public final class EnMemoria implements Almacen {
    @Override
    public void guarda(String nombre, List<Linea> lineas) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public List<Linea> lee(String nombre) {
        throw new UnsupportedOperationException("not written yet");
    }
}
