package limpieza;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import orquesta.autograder.exercise.Row;

/**
 * A clean sale, invented: its total is known from whole numbers before any text or amount is made dirty.
 * {@code units} at {@code scale} is the price: 199050 at 2 is 1990.50.
 */
record Sale(String producto, String categoria, long units, int scale, int cantidad) {
    /** What the answer must hold. */
    Row clean() {
        return row(producto, categoria, precio(), cantidad, BigDecimal.valueOf(units * cantidad, scale));
    }

    /** The same sale as the shop wrote it. */
    Row raw() {
        return raw(producto, categoria);
    }

    Row raw(String dirtyProducto, String dirtyCategoria) {
        return row(dirtyProducto, dirtyCategoria, precio(), cantidad);
    }

    Row withoutPrice() {
        return row(producto, categoria, null, cantidad);
    }

    Row withoutQuantity() {
        return row(producto, categoria, precio(), null);
    }

    Sale priced(long otherUnits, int otherScale) {
        return new Sale(producto, categoria, otherUnits, otherScale, cantidad);
    }

    Sale times(int otherCantidad) {
        return new Sale(producto, categoria, units, scale, otherCantidad);
    }

    Sale named(String otherProducto, String otherCategoria) {
        return new Sale(otherProducto, otherCategoria, units, scale, cantidad);
    }

    private BigDecimal precio() {
        return BigDecimal.valueOf(units, scale);
    }
}
