package sensores;

import java.util.List;

public final class SensorDeArchivos {
    private final Carpeta carpeta;
    private final Registro registro;
    private List<Archivo> vistos = List.of();

    SensorDeArchivos(Carpeta carpeta, Registro registro) {
        this.carpeta = carpeta;
        this.registro = registro;
    }

    void mirar() {
        List<Archivo> hay = carpeta.archivos();
        List<Archivo> nuevos =
                hay.stream().filter(archivo -> !vistos.contains(archivo)).toList();
        if (!nuevos.isEmpty()) {
            registro.pedir(nuevos);
        }
        vistos = hay;
    }
}
