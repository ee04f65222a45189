package tienda.cargar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tienda.Linea;

/** The report as a CSV file: the header {@code categoria,total}, then a line for each category. */
public final class InformeCsv implements Destino {
    private final Path archivo;

    public InformeCsv(Path archivo) {
        this.archivo = archivo;
    }

    @Override
    public void publicar(List<Linea> informe) {
        List<String> salida = new ArrayList<>(List.of("categoria,total"));
        informe.forEach(linea -> salida.add(linea.categoria() + "," + linea.total()));
        try {
            Files.write(archivo, salida);
        } catch (IOException noSeEscribe) {
            throw new UncheckedIOException(noSeEscribe);
        }
    }
}
