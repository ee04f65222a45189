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
        if (!hay.isEmpty()) {
            registro.pedir(hay);
        }
    }
}
