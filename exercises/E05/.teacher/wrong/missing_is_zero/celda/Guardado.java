package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import java.nio.file.Path;
import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Guardado {
    static Table guardada(Table ventas, Path archivo) {
        Table nueva = ventas.copy();
        IntColumn precio = nueva.intColumn("precio");
        for (int i = 0; i < nueva.rowCount(); i++) {
            if (precio.isMissing(i)) {
                precio.set(i, 0);
            }
        }
        return Parquet.read(Parquet.write(nueva, archivo));
    }
}
