package limpieza;

import java.math.BigDecimal;

/** One sale as the shop wrote it: any of its values may be null. Given; do not change it. */
public record VentaCruda(String producto, String categoria, BigDecimal precio, Integer cantidad) {}
