package workers;

import java.util.List;

/**
 * The board as one worker sees it. All workers see the same lines; between any two of your calls others may do theirs. Given;
 * do not change it.
 */
public final class Tablero {
    private final Simulador simulador;
    private final String yo;

    Tablero(Simulador simulador, String yo) {
        this.simulador = simulador;
        this.yo = yo;
    }

    /** The name of this worker. */
    public String yo() {
        return yo;
    }

    /** The days that have to be computed, in order; the same for all. No step. */
    public List<String> dias() {
        return simulador.dias();
    }

    /** The line of a day; "" while nobody has written there. One step. */
    public String leer(String dia) {
        return simulador.paso(yo, () -> simulador.linea(dia));
    }

    /** Writes the line of a day, whatever stands there. One step. */
    public void escribir(String dia, String texto) {
        simulador.paso(yo, () -> simulador.poner(dia, texto));
    }

    /** Writes the line of a day if this stands there, and says whether it did. One step: nobody comes in between. */
    public boolean cambiar(String dia, String antes, String despues) {
        return simulador.paso(yo, () -> simulador.linea(dia).equals(antes) && simulador.poner(dia, despues));
    }

    /** Whether the process of this worker is alive; a slow one is. One step. */
    public boolean vive(String worker) {
        return simulador.paso(yo, () -> simulador.vive(worker));
    }

    /** Computes a day. Many steps: others go on meanwhile. */
    public void calcular(String dia) {
        simulador.calcular(yo, dia);
    }

    /** Waits a little. One step. */
    public void esperar() {
        simulador.paso(yo, () -> true);
    }
}
