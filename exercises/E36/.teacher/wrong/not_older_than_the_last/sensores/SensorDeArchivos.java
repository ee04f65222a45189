package sensores;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

public final class SensorDeArchivos {
    private final Carpeta carpeta;
    private final Registro registro;

    SensorDeArchivos(Carpeta carpeta, Registro registro) {
        this.carpeta = carpeta;
        this.registro = registro;
    }

    void mirar() {
        List<String> cursor = registro.cursor();
        LocalTime ultima = cursor.isEmpty() ? LocalTime.MIN : LocalTime.parse(cursor.get(0));
        List<Archivo> nuevos = carpeta.archivos().stream()
                .filter(archivo -> !archivo.cambiado().isBefore(ultima))
                .toList();
        if (!nuevos.isEmpty()) {
            LocalTime nueva = nuevos.stream()
                    .map(Archivo::cambiado)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            registro.pedirYGuardar(nuevos, List.of(nueva.toString()));
        }
    }
}
