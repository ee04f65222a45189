package horario;

import orquesta.definition.Definitions;

/** The schedule cada_manana of the shop. */
public final class Horario {
    private Horario() {}

    static Definitions definiciones() {
        return Tienda.definiciones();
    }
}
