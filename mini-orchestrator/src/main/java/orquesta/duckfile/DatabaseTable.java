package orquesta.duckfile;

import java.nio.file.Path;
import java.util.List;
import orquesta.asset.Column;
import orquesta.relation.CopiedRows;
import orquesta.relation.SqlConstant;

/**
 * The rows of a table in a file of DuckDB. A session copies them into a file of its own before it reads them: so the database
 * is held as long as the copy takes, and never as long as a query or a step.
 *
 * @param sql the name of the table in the file, as SQL
 */
public record DatabaseTable(DatabaseFile file, String sql, List<Column> columns) implements CopiedRows {
    @Override
    public void copy(Path to) {
        file.read(statement -> statement.execute("copy (from " + sql + ") to " + SqlConstant.of(to.toString())
                + " (format parquet, compression lz4_raw, use_tmp_file false)"));
    }

    /** {@code from /home/ana/valores.duckdb: "main"."ventas"} in an error. */
    @Override
    public String toString() {
        return file + ": " + sql;
    }
}
