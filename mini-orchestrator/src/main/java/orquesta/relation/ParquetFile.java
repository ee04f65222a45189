package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import orquesta.asset.Relation;
import orquesta.text.UserException;

/** Writes relations as Parquet, by one COPY of DuckDB. */
public final class ParquetFile {
    private ParquetFile() {}

    /**
     * Writes a relation into a Parquet file and returns how many rows it has.
     *
     * @throws IOException if the file cannot be written; an error in the query is another matter
     */
    public static long write(Session session, Relation relation, Path file) throws IOException {
        String target = file.toString().replace("'", "''");
        ParquetColumns columns = new ParquetColumns(session.columns(relation));
        try {
            return session.runOverAll(relation, (statement, sql) -> {
                try {
                    return statement.executeLargeUpdate(
                            "copy (" + columns.select(sql) + ") to '" + target + "' (format parquet)");
                } catch (SQLException e) {
                    throw tooLong(e, columns) ? exactly(columns) : aboutFile(e, file);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** DuckDB says {@code IO Error: Could not write file "...": No space left on device}. */
    static Exception aboutFile(SQLException e, Path file) {
        String said = String.valueOf(e.getMessage());
        int reason = said.indexOf("\"" + file + "\": ");
        return reason < 0
                ? e
                : new FileSystemException(file.toString(), null, said.substring(said.indexOf(": ", reason) + 2));
    }

    /** Parquet has no HUGEINT, which is what a sum of integers is; a decimal holds 38 of its 39 digits. */
    private static boolean tooLong(SQLException e, ParquetColumns columns) {
        String said = String.valueOf(e.getMessage());
        return !columns.huge().isEmpty() && said.contains("DECIMAL(38,0)");
    }

    private static UserException exactly(ParquetColumns columns) {
        return new UserException("", "parquet.huge", String.join(", ", columns.huge()));
    }
}
