package resumen;

import java.math.BigDecimal;

/** One line of Rosario's report: amounts in pesos with two decimals, {@code nItems} in units. Given; do not change it. */
public record ResumenCategoria(
        String categoriaNorm,
        BigDecimal totalVentas,
        long nItems,
        BigDecimal precioPromedio,
        BigDecimal precioPonderado) {}
