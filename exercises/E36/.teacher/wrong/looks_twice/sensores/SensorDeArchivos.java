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
        List<String> vistos = registro.cursor();
        List<Archivo> nuevos = carpeta.archivos().stream()
                .filter(archivo -> !vistos.contains(linea(archivo)))
                .toList();
        if (!nuevos.isEmpty()) {
            List<String> lineas =
                    carpeta.archivos().stream().map(SensorDeArchivos::linea).toList();
            registro.pedirYGuardar(nuevos, lineas);
        }
    }

    private static String linea(Archivo archivo) {
        return archivo.nombre() + " " + archivo.bytes() + " " + archivo.cambiado();
    }
}
