package tienda;

import java.util.List;
import tienda.transformar.Sumar;

public final class Tienda {
    static List<Total> total(List<Venta> ventas) {
        return Sumar.sumar(ventas);
    }
}
