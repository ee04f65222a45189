package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Total {
    static Table total(Table ventas) {
        DoubleColumn total = ventas.intColumn("precio").multiply(ventas.intColumn("cantidad"));
        total.set(total.isMissing(), 0.0);
        return ventas.copy().addColumns(total.setName("total"));
    }
}
