package notas;

import java.math.BigDecimal;

/** A sale as the file has it: a price or a quantity may be missing. Leave it as it is. */
public record Venta(String producto, BigDecimal precio, Integer cantidad) {}
