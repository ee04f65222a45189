package caja;

/** What a shop typed for one receipt; null if the field was left empty. Given; do not change it. */
public record Boleta(String texto) {}
