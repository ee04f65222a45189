package orquesta.tienda;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Row;

/** A row of texts, read as a sale; an empty text is null. */
record Celdas(Row row) {
    VentaCruda venta() {
        String precio = text("precio");
        String cantidad = text("cantidad");
        BigDecimal pesos = precio == null ? null : new BigDecimal(precio);
        Integer unidades = cantidad == null ? null : Integer.valueOf(cantidad);
        return new VentaCruda(text("producto"), text("categoria"), pesos, unidades);
    }

    private @Nullable String text(String column) {
        String text = row.getString(column);
        return text.isEmpty() ? null : text;
    }
}
