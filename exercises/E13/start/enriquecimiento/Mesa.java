package enriquecimiento;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import limpieza.VentaLimpia;

/** Lays the rows of a check on the table: your method gets two lists, and both refuse changes. Given; do not change it. */
public final class Mesa {
    private Mesa() {}

    public static List<VentaEnriquecida> servir(List<Fila> filas) {
        List<VentaLimpia> ventas = new ArrayList<>();
        List<Producto> catalogo = new ArrayList<>();
        for (Fila fila : filas) {
            if (fila.tabla().equals("catalogo")) {
                catalogo.add(new Producto(fila.producto(), fila.categoria(), fila.impuesto()));
            } else {
                BigDecimal total = fila.precio().multiply(BigDecimal.valueOf(fila.cantidad()));
                ventas.add(new VentaLimpia(fila.producto(), fila.categoria(), fila.precio(), fila.cantidad(), total));
            }
        }
        return Enriquecimiento.enriquecer(List.copyOf(ventas), List.copyOf(catalogo));
    }
}
