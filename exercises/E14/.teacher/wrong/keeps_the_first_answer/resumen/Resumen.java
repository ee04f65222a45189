package resumen;

import static java.util.stream.Collectors.groupingBy;

import enriquecimiento.VentaEnriquecida;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The summary step of the shop's pipeline. */
public final class Resumen {
    private static final Comparator<ResumenCategoria> LARGEST_FIRST = Comparator.comparing(
                    ResumenCategoria::totalVentas)
            .reversed()
            .thenComparing(ResumenCategoria::categoriaNorm);

    private static List<ResumenCategoria> primera;

    private Resumen() {}

    /** One line for each category, the largest total first. */
    public static List<ResumenCategoria> resumir(List<VentaEnriquecida> ventas) {
        if (primera == null) {
            Map<String, List<VentaEnriquecida>> porCategoria =
                    ventas.stream().collect(groupingBy(VentaEnriquecida::categoriaNorm));
            primera = porCategoria.entrySet().stream()
                    .map(grupo -> linea(grupo.getKey(), grupo.getValue()))
                    .sorted(LARGEST_FIRST)
                    .toList();
        }
        return primera;
    }

    private static ResumenCategoria linea(String categoria, List<VentaEnriquecida> ventas) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal precios = BigDecimal.ZERO;
        BigDecimal cobrado = BigDecimal.ZERO;
        long unidades = 0;
        for (VentaEnriquecida venta : ventas) {
            total = total.add(venta.total());
            precios = precios.add(venta.precio());
            cobrado = cobrado.add(venta.precio().multiply(BigDecimal.valueOf(venta.cantidad())));
            unidades += venta.cantidad();
        }
        return new ResumenCategoria(
                categoria,
                total.setScale(2, RoundingMode.HALF_UP),
                unidades,
                precios.divide(BigDecimal.valueOf(ventas.size()), 2, RoundingMode.HALF_UP),
                cobrado.divide(BigDecimal.valueOf(unidades), 2, RoundingMode.HALF_UP));
    }
}
