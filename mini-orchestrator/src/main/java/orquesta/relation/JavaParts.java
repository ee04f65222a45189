package orquesta.relation;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * What a DuckDB knows of Java.
 *
 * @param rows gives it rows of ours
 * @param functions lets its queries call us
 * @param staging keeps rows in files while a statement runs
 */
record JavaParts(RowFunction rows, TextFunctions functions, Staging staging) {
    void registerIn(DuckDBConnection instance) throws SQLException {
        rows.registerIn(instance);
        functions.registerIn(instance);
    }
}
