package enriquecimiento;

import java.math.BigDecimal;

/** A row of a check: of the sales or, where {@code tabla} is "catalogo", of the catalogue. Given; do not change it. */
public record Fila(
        String tabla, String producto, String categoria, BigDecimal precio, Integer cantidad, BigDecimal impuesto) {}
