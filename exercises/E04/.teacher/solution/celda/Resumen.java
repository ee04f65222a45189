package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Resumen {
    static Table resumen(Table ventas) {
        DoubleColumn total = ventas.intColumn("precio").multiply(ventas.intColumn("cantidad"));
        Table vendidas = ventas.copy().addColumns(total.setName("total")).where(total.isGreaterThan(0));
        Table porCategoria = vendidas.summarize("total", sum).by("categoria");
        porCategoria.column(1).setName("total_ventas");
        return porCategoria.sortDescendingOn("total_ventas");
    }
}
