package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;

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
        List<Column> columns = session.columns(relation);
        try {
            return session.run(relation, (statement, sql) -> {
                try {
                    return statement.executeLargeUpdate(
                            "copy (" + select(columns, sql) + ") to '" + target + "' (format parquet)");
                } catch (SQLException e) {
                    throw aboutFile(e, file);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** DuckDB says {@code IO Error: Could not write file "...": No space left on device}. */
    private static Exception aboutFile(SQLException e, Path file) {
        String said = String.valueOf(e.getMessage());
        int reason = said.indexOf("\"" + file + "\": ");
        return reason < 0
                ? e
                : new FileSystemException(file.toString(), null, said.substring(said.indexOf(": ", reason) + 2));
    }

    /** Parquet has no HUGEINT, which is what a sum of integers is: DuckDB would write doubles. */
    private static String select(List<Column> columns, String sql) {
        if (columns.stream().noneMatch(ParquetFile::isHuge)) {
            return "\n" + sql + "\n";
        }
        return columns.stream()
                .map(column -> column.quoted() + (isHuge(column) ? "::decimal(38,0) as " + column.quoted() : ""))
                .collect(Collectors.joining(", ", "select ", Session.from(sql)));
    }

    private static boolean isHuge(Column column) {
        return column.type().equals("HUGEINT") || column.type().equals("UHUGEINT");
    }
}
