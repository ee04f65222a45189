package orquesta.values;

import java.nio.file.Path;

/**
 * Where a value is: {@code duckdb:/home/ana/tienda/valores.duckdb/orquesta_1b2c3d4e/7_1_ventas_5f6a7b8c}.
 *
 * @param file the file of DuckDB, absolute
 * @param table the table in it, or what is read by its name
 */
record DuckLocation(Path file, TableNames.Place table) {
    private static final String SCHEME = "duckdb:";

    /** Whether a text is such a place. */
    static boolean is(String location) {
        return location.startsWith(SCHEME);
    }

    static DuckLocation of(String location) {
        int name = location.lastIndexOf('/');
        int schema = location.lastIndexOf('/', name - 1);
        return new DuckLocation(
                Path.of(location.substring(SCHEME.length(), schema)),
                new TableNames.Place(location.substring(schema + 1, name), location.substring(name + 1)));
    }

    String text() {
        return SCHEME + file + "/" + table.schema() + "/" + table.name();
    }
}
