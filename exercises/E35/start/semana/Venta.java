package semana;

/** One sale, in pesos. Leave it as it is. */
public record Venta(String categoria, long monto) {}
