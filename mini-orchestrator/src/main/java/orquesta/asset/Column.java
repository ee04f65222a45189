package orquesta.asset;

/** A column of a table; the type in DuckDB's words ({@code VARCHAR}, {@code DECIMAL(38,2)}). */
public record Column(String name, String type) {
    /** The name as SQL writes it. */
    public String quoted() {
        return quoted(name);
    }

    /** Any name as SQL writes it. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether it holds whole or decimal numbers that no double could hold exactly. */
    public boolean holdsExactNumbers() {
        return type.startsWith("DECIMAL") || type.equals("HUGEINT") || type.equals("UHUGEINT");
    }
}
