package tienda.cargar;

import java.nio.file.Path;
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
        throw new UnsupportedOperationException("TODO E15: write the report into " + archivo);
    }
}
