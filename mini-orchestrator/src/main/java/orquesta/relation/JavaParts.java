package orquesta.relation;

import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * What a DuckDB knows of Java.
 *
 * @param rows gives it rows of ours
 * @param functions lets its queries call us
 * @param staging the folder for rows that it keeps while a statement runs
 */
record JavaParts(RowFunction rows, TextFunctions functions, Path staging) {
    void registerIn(DuckDBConnection instance) throws SQLException {
        rows.registerIn(instance);
        functions.registerIn(instance);
    }
}
