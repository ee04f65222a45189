package tienda;

import orquesta.definition.Definitions;

/** The jobs of the shop: ingresos_totales_diario, tras_corregir_ventas, reporte_sin_productos. */
public final class Trabajos {
    private Trabajos() {}

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
