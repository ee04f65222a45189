package celda;

import tech.tablesaw.api.*;

public final class Total {
    static Table total(Table ventas) {
        DoubleColumn precios = ventas.doubleColumn("precio").copy();
        precios.set(precios.isMissing(), 0.0);
        DoubleColumn total = precios.multiply(ventas.intColumn("cantidad"));
        return ventas.copy().addColumns(total.setName("total"));
    }
}
