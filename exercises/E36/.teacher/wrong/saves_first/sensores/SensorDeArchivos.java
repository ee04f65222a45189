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
        List<Archivo> hay = carpeta.archivos();
        List<Archivo> nuevos =
                hay.stream().filter(archivo -> !vistos.contains(linea(archivo))).toList();
        if (!nuevos.isEmpty()) {
            registro.guardar(hay.stream().map(SensorDeArchivos::linea).toList());
            registro.pedir(nuevos);
        }
    }

    private static String linea(Archivo archivo) {
        return archivo.nombre() + " " + archivo.bytes() + " " + archivo.cambiado();
    }
}
