package caja;

/** The pesos of one receipt; null means that nobody knows them. Given; do not change it. */
public record Monto(Integer pesos) {}
