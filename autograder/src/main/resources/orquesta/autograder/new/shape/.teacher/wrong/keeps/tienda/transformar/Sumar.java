package tienda.transformar;

import java.util.List;
import tienda.Total;
import tienda.Venta;

public final class Sumar {
    private static int suma;

    private Sumar() {}

    public static List<Total> sumar(List<Venta> ventas) {
        return List.of(new Total(suma = ventas.stream().mapToInt(Venta::monto).sum()));
    }
}
