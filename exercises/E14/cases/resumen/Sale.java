package resumen;

import java.math.BigDecimal;
import orquesta.autograder.exercise.Row;

/** An invented sale in whole numbers: the price in cents, the tax in hundredths. */
record Sale(String producto, String categoria, long cents, int cantidad, int percent) {
    /** What the method gets. A price without cents is written without decimals. */
    Row row() {
        BigDecimal precio = cents % 100 == 0 ? BigDecimal.valueOf(cents / 100) : BigDecimal.valueOf(cents, 2);
        BigDecimal impuesto = percent == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(percent, 2);
        BigDecimal total =
                percent == 0 ? BigDecimal.valueOf(cents * cantidad, 2) : BigDecimal.valueOf(tenThousandths(), 4);
        return Row.row(producto, categoria, precio, cantidad, impuesto, total);
    }

    /** The total with its tax, in ten thousandths of a peso. */
    long tenThousandths() {
        return cents * cantidad * (100 + percent);
    }

    Sale times(int otherCantidad) {
        return new Sale(producto, categoria, cents, otherCantidad, percent);
    }

    Sale priced(long otherCents) {
        return new Sale(producto, categoria, otherCents, cantidad, percent);
    }

    Sale taxed(int otherPercent) {
        return new Sale(producto, categoria, cents, cantidad, otherPercent);
    }

    Sale in(String otherCategoria) {
        return new Sale(producto, otherCategoria, cents, cantidad, percent);
    }
}
