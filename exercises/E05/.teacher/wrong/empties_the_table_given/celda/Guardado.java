package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import java.nio.file.Path;
import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Guardado {
    static Table guardada(Table ventas, Path archivo) {
        Table leida = Parquet.read(Parquet.write(ventas, archivo));
        ventas.clear();
        return leida;
    }
}
