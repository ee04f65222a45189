package orquesta.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import orquesta.asset.Relation;
import orquesta.relation.Duck;

/**
 * Streams a relation into a table of PostgreSQL by COPY, in its text format: a line a row, tabs between values.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class CopyLines {
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final List<PostgresColumn> columns;
    private final StringBuilder waiting = new StringBuilder();

    private CopyLines(CopyIn copy, List<PostgresColumn> columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /** Returns how many rows the server took. */
    static long copy(Connection connection, TableNames.Place table, Rows rows) throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.sql() + " from stdin with (format text, encoding 'UTF8')");
        try {
            CopyLines lines = new CopyLines(copy, rows.columns);
            rows.duck.texts(rows.written(), lines::add);
            lines.flush();
            return copy.endCopy();
        } catch (SqlTrouble e) {
            throw e.trouble;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** What is copied: a relation, and how its columns are kept. */
    record Rows(Duck duck, Relation relation, List<PostgresColumn> columns) {
        Relation written() {
            return relation.select(columns.stream()
                    .map(column -> column.written() + " as " + column.column().quoted())
                    .collect(Collectors.joining(", ")));
        }
    }

    /** Takes the driver's exception past a reader of rows that throws none of its kind. */
    private static final class SqlTrouble extends IOException {
        private static final long serialVersionUID = 1;

        private final SQLException trouble;

        SqlTrouble(SQLException trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }

    private void add(@Nullable String[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            waiting.append(i == 0 ? "" : "\t");
            if (values[i] == null) {
                waiting.append("\\N");
            } else {
                escape(columns.get(i).toPostgres(values[i]));
            }
        }
        waiting.append('\n');
        if (waiting.length() > BUFFER) {
            flush();
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> waiting.append("\\\\");
                case '\t' -> waiting.append("\\t");
                case '\n' -> waiting.append("\\n");
                case '\r' -> waiting.append("\\r");
                default -> waiting.append(letter);
            }
        }
    }

    private void flush() throws IOException {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new SqlTrouble(e);
        }
    }
}
