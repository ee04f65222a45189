package celda;

import tech.tablesaw.api.*;

public final class Total {
    static Table total(Table ventas) {
        DoubleColumn total = ventas.doubleColumn("precio").add(ventas.intColumn("cantidad"));
        return ventas.copy().addColumns(total.setName("total"));
    }
}
