package tienda.extraer;

import java.util.List;
import tienda.Venta;

/** Port: where sales come from. A test has its own. Given; do not change it. */
public interface Fuente {
    List<Venta> ventas();
}
