package sensores;

import java.util.List;

/** The folder that the sensor watches. Given; do not change it. */
public final class Carpeta {
    private final Simulador simulador;

    Carpeta(Simulador simulador) {
        this.simulador = simulador;
    }

    /** The files that lie there at this moment, each whole. One step. */
    public List<Archivo> archivos() {
        return simulador.paso(simulador::hay);
    }
}
