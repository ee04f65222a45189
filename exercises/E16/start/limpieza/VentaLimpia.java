package limpieza;

import java.math.BigDecimal;

/** One sale that can be added up; {@code categoriaNorm} is null only if it was. Given; do not change it. */
public record VentaLimpia(String producto, String categoriaNorm, BigDecimal precioTotal) {}
