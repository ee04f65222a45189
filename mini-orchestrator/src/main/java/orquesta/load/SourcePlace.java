package orquesta.load;

/**
 * Where a step is written.
 *
 * @param at file and line: {@code Ventas.java:97}
 * @param code the method, from its annotation to its last brace
 */
public record SourcePlace(String at, String code) {}
