package tienda;

/** One line of the report: a category, and the sum of its sales in whole pesos. Given; do not change it. */
public record Linea(String categoria, long total) {}
