package sensores;

import java.util.ArrayList;
import java.util.List;

/** What the orchestrator remembers, whoever dies: one cursor, and the runs. Given; do not change it. */
public final class Registro {
    private final Simulador simulador;
    private final List<Corrida> corridas = new ArrayList<>();
    private List<String> cursor = List.of();

    Registro(Simulador simulador) {
        this.simulador = simulador;
    }

    /** The lines that were saved last; none before the first time. One step. */
    public List<String> cursor() {
        return simulador.paso(() -> cursor);
    }

    /** Saves a cursor in the place of the last one. One step. */
    public void guardar(List<String> lineas) {
        simulador.paso(() -> cursor = List.copyOf(lineas));
    }

    /** Asks for a run that loads these files. One step. */
    public void pedir(List<Archivo> archivos) {
        simulador.paso(() -> anotar(archivos));
    }

    /** Asks for a run and saves a cursor: both or neither. One step. */
    public void pedirYGuardar(List<Archivo> archivos, List<String> lineas) {
        simulador.paso(() -> {
            cursor = List.copyOf(lineas);
            return anotar(archivos);
        });
    }

    private boolean anotar(List<Archivo> archivos) {
        return corridas.add(new Corrida(corridas.size() + 1, List.copyOf(archivos)));
    }

    List<Corrida> corridas() {
        return corridas;
    }
}
