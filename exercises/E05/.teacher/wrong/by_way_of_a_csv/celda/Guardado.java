package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import java.nio.file.Path;
import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Guardado {
    static Table guardada(Table ventas, Path archivo) {
        Path copia = archivo.resolveSibling("ventas.csv");
        ventas.write().csv(copia.toFile());
        Table leida = Table.read().csv(copia.toFile());
        copia.toFile().delete();
        return Parquet.read(Parquet.write(leida, archivo));
    }
}
