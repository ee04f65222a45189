package sensores;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A day of a folder and of the program in which your sensor looks at it. Given; do not change it. */
public final class Simulador {
    /** The program is killed: no line of it is run any more. */
    private static final class Matado extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Map<String, Archivo> carpeta = new TreeMap<>();
    private final Map<Integer, Archivo> durante = new TreeMap<>();
    private final Registro registro = new Registro(this);
    private SensorDeArchivos sensor;
    private int pasos;
    private int ultimo;

    private Simulador() {}

    /** Plays a day with your sensor, and says which runs it asked for. */
    public static List<Corrida> jugar(List<Hecho> dia) {
        Simulador simulador = new Simulador();
        for (Hecho hecho : dia) {
            switch (hecho.que()) {
                case "llega" -> simulador.llega(hecho);
                case "mira" -> simulador.mira(hecho.paso());
                default -> simulador.sensor = null;
            }
        }
        return simulador.registro.corridas();
    }

    private void llega(Hecho hecho) {
        Archivo archivo = new Archivo(hecho.archivo(), hecho.bytes(), hecho.cambiado());
        if (hecho.paso() == 0) {
            carpeta.put(archivo.nombre(), archivo);
        } else {
            durante.put(hecho.paso(), archivo);
        }
    }

    private void mira(int muereTras) {
        pasos = 0;
        ultimo = muereTras;
        try {
            if (sensor == null) {
                sensor = new SensorDeArchivos(new Carpeta(this), registro);
            }
            sensor.mirar();
        } catch (Matado matado) {
            sensor = null;
        }
        durante.values().forEach(archivo -> carpeta.put(archivo.nombre(), archivo));
        durante.clear();
    }

    /** Does something, then lets happen what happens right after it. */
    <T> T paso(Supplier<T> hecho) {
        if (ultimo > 0 && pasos >= ultimo) {
            throw new Matado();
        }
        T resultado = hecho.get();
        pasos++;
        Archivo llegado = durante.remove(pasos);
        if (llegado != null) {
            carpeta.put(llegado.nombre(), llegado);
        }
        if (pasos == ultimo) {
            throw new Matado();
        }
        return resultado;
    }

    List<Archivo> hay() {
        return new ArrayList<>(carpeta.values());
    }
}
