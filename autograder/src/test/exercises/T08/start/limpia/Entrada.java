package limpia;

import java.math.BigDecimal;

public record Entrada(String nombre, BigDecimal monto, Integer cantidad) {}
