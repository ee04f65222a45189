package assets;

import orquesta.definition.Definitions;

/** The assets of a shop. */
public class Tienda {
    // Declare productos, ventas and ingresos_totales here.

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
