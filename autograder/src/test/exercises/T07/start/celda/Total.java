package celda;

import tech.tablesaw.api.*;

public final class Total {
    static Table total(Table ventas) {
        return ventas;
    }
}
