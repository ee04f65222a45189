package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Resumen {
    static Table resumen(Table ventas) {
        return ventas;
    }
}
