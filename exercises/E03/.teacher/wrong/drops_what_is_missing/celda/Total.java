package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Total {
    static Table total(Table ventas) {
        DoubleColumn total = ventas.intColumn("precio").multiply(ventas.intColumn("cantidad"));
        return ventas.copy()
                .addColumns(total.setName("total"))
                .where(ventas.intColumn("precio").isNotMissing());
    }
}
