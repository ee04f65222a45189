package limpieza;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Your tests of limpiar. The rules: instructions.en.md, instructions.es.md. */
class LimpiezaTest {
    @Test
    void todo_e16_write_me() {
        VentaCruda te = cruda("té", " BEBIDAS ", "10.50", 2);
    }

    /** A raw sale in one line: the price as text, or null. */
    private static VentaCruda cruda(String producto, String categoria, String precio, Integer cantidad) {
        return new VentaCruda(producto, categoria, precio == null ? null : new BigDecimal(precio), cantidad);
    }
}
