package sensores;

import java.util.List;

public final class SensorDeArchivos {
    private final Carpeta carpeta;
    private final Registro registro;

    SensorDeArchivos(Carpeta carpeta, Registro registro) {
        this.carpeta = carpeta;
        this.registro = registro;
    }

    void mirar() {
        List<Archivo> hay = carpeta.archivos();
        List<Archivo> nuevos =
                hay.stream().filter(archivo -> !Visto.ultimo.contains(archivo)).toList();
        if (!nuevos.isEmpty()) {
            registro.pedir(nuevos);
        }
        Visto.ultimo = hay;
    }

    /** What the last look saw. */
    private static final class Visto {
        private static List<Archivo> ultimo = List.of();
    }
}
