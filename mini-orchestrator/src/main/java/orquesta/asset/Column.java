package orquesta.asset;

/** A column of a table; the type in DuckDB's words ({@code VARCHAR}, {@code DECIMAL(38,2)}). */
public record Column(String name, String type) {}
