package limpia;

import java.math.BigDecimal;

public record Salida(String nombre, BigDecimal total) {}
