package enriquecimiento;

import java.math.BigDecimal;
import orquesta.autograder.exercise.Row;

/**
 * An invented sale that the catalogue knows: keys need no change, the price is in cents, the tax in hundredths. What the
 * answer must hold is known before a text is made dirty.
 */
record Sale(String producto, String categoria, long cents, int cantidad, int percent) {
    /** The sale as it goes in, its product and category written in this way. */
    Row sold(String writtenProducto, String writtenCategoria) {
        return Row.row("venta", writtenProducto, writtenCategoria, BigDecimal.valueOf(cents, 2), cantidad, null);
    }

    Row sold() {
        return sold(producto, categoria);
    }

    /** The row of the catalogue, its product and category written in this way. */
    Row listed(String writtenProducto, String writtenCategoria) {
        return Row.row("catalogo", writtenProducto, writtenCategoria, null, null, impuesto());
    }

    Row listed() {
        return listed(producto, categoria);
    }

    Row enriched() {
        return Row.row(
                producto,
                categoria,
                BigDecimal.valueOf(cents, 2),
                cantidad,
                impuesto(),
                BigDecimal.valueOf(cents * cantidad * (100 + percent), 4));
    }

    Sale in(String otherCategoria) {
        return new Sale(producto, otherCategoria, cents, cantidad, percent);
    }

    Sale named(String otherProducto) {
        return new Sale(otherProducto, categoria, cents, cantidad, percent);
    }

    Sale taxed(int otherPercent) {
        return new Sale(producto, categoria, cents, cantidad, otherPercent);
    }

    Sale priced(long otherCents, int otherCantidad) {
        return new Sale(producto, categoria, otherCents, otherCantidad, percent);
    }

    private BigDecimal impuesto() {
        return BigDecimal.valueOf(percent, 2);
    }
}
