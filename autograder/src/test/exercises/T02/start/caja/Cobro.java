package caja;

import java.math.BigDecimal;

public record Cobro(String producto, BigDecimal monto) {}
