package orquesta.tienda;

import java.math.BigDecimal;

/** The pesos of one category, with tax. */
public record TotalCategoria(String categoria, BigDecimal total) {}
