package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Writes relations as lines of text, by one COPY of DuckDB: as CSV of one column without quotes, whose name is the first line. */
final class LineFile {
    private static final String AS_IT_IS = "(format csv, header true, delimiter '\u0001', quote '', escape '')";

    private LineFile() {}

    /**
     * Writes a first line, and for each row the text that an expression makes of its columns, each of which is a text there.
     *
     * @throws IOException if the file cannot be written; an error in the query is another matter
     */
    static void write(Session session, Relation relation, String first, String line, Path file) throws IOException {
        String texts = session.columns(relation).stream()
                .map(column -> column.quoted() + "::varchar as " + column.quoted())
                .collect(Collectors.joining(", ", "select ", ""));
        try {
            session.runOverAll(relation, (statement, sql) -> {
                String lines =
                        "select " + line + " as " + Column.quoted(first) + Session.from(texts + Session.from(sql));
                try {
                    return statement.execute(
                            "copy (" + lines + ") to " + SqlConstant.of(file.toString()) + " " + AS_IT_IS);
                } catch (SQLException e) {
                    throw ParquetFile.aboutFile(e, file);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
