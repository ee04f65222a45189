package orquesta.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Writes CSV as RFC 4180 says, with LF: DuckDB's own writer quotes empty texts, which readers then take for values. */
final class CsvFile {
    private CsvFile() {}

    static long write(Session session, Relation relation, Path file) throws IOException {
        List<Column> columns = session.columns(relation);
        // Two resources: when the disk is full, JDK 17's writer fails to flush and leaves the file open.
        try (OutputStream bytes = Files.newOutputStream(file);
                Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            out.write(columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(",")));
            out.write('\n');
            String texts = columns.stream()
                    .map(column -> Session.quote(column.name()) + "::varchar as " + Session.quote(column.name()))
                    .collect(Collectors.joining(", "));
            return session.read(relation.select(texts), result -> rows(result, columns.size(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long rows(ResultSet result, int width, Writer out) throws SQLException {
        try {
            return write(result, width, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the file's trouble, not the query's
        }
    }

    private static long write(ResultSet result, int width, Writer out) throws SQLException, IOException {
        long rows = 0;
        while (result.next()) {
            for (int i = 1; i <= width; i++) {
                out.write(i > 1 ? "," : "");
                out.write(quoted(result.getString(i)));
            }
            out.write('\n');
            rows++;
        }
        return rows;
    }

    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean needed = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
