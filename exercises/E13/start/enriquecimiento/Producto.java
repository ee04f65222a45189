package enriquecimiento;

import java.math.BigDecimal;

/** One row of the catalogue: {@code impuesto} is a share (0.19). Any of its values may be null. Given; do not change it. */
public record Producto(String producto, String categoriaNorm, BigDecimal impuesto) {}
