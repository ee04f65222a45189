package celda;

import tech.tablesaw.api.*;

public final class Total {
    static Table total(Table ventas) {
        DoubleColumn total = ventas.doubleColumn("precio").multiply(ventas.intColumn("cantidad"));
        return ventas.copy().addColumns(total.setName("total"));
    }
}
