package enriquecimiento;

import java.math.BigDecimal;

/**
 * One sale with what the catalogue knows of its product: {@code impuesto} is a share (0.19), {@code total} is price times
 * quantity, tax included. Nothing is null. Given; do not change it.
 */
public record VentaEnriquecida(
        String producto,
        String categoriaNorm,
        BigDecimal precio,
        int cantidad,
        BigDecimal impuesto,
        BigDecimal total) {}
