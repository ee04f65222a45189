package notas;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.definition.Definitions;

/** The sales of a shop, and what is noted about them. */
public class Tienda {
    private static final AtomicInteger LEIDAS = new AtomicInteger();

    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv", "types = {'precio': 'DECIMAL(14,2)', 'cantidad': 'INTEGER'}");
    }

    @Asset
    List<Venta> ventasLimpias(List<Venta> ventas, Run run) {
        List<Venta> limpias = ventas.stream()
                .filter(venta -> venta.precio() != null && venta.cantidad() != null && venta.cantidad() > 0)
                .toList();
        BigDecimal fuera = BigDecimal.ZERO;
        for (Venta venta : ventas) {
            if (!limpias.contains(venta) && venta.precio() != null && venta.cantidad() != null) {
                fuera = fuera.add(venta.precio().multiply(BigDecimal.valueOf(venta.cantidad())));
            }
        }
        LEIDAS.addAndGet(ventas.size());
        run.metadata("leidas", LEIDAS.get());
        run.metadata("rechazadas", ventas.size() - limpias.size());
        run.metadata("monto_rechazado", fuera);
        run.metadata("fecha", run.date());
        return limpias;
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
