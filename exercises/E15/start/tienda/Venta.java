package tienda;

/** One sale: its category, and its amount in whole pesos. Given; do not change it. */
public record Venta(String categoria, long monto) {}
