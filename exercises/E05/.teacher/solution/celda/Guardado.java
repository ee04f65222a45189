package celda;

import java.nio.file.Path;
import tech.tablesaw.api.Table;

public final class Guardado {
    static Table guardada(Table ventas, Path archivo) {
        Parquet.write(ventas, archivo);
        return Parquet.read(archivo);
    }
}
