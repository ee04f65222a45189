package orquesta.datasets.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The files as tables of text in a database of their own, and the questions asked of them. */
final class Tables implements AutoCloseable {
    static final List<String> SALES = List.of("id_venta", "fecha", "producto", "precio", "cantidad");
    static final List<String> CATALOGUE = List.of("producto", "categoria_norm", "impuesto");

    private final DuckDBConnection duck;

    Tables() throws SQLException {
        duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        execute(
                "create table sales (line bigint, raw varchar, fields bigint, legible boolean, id_venta varchar, fecha varchar,"
                        + " producto varchar, precio varchar, cantidad varchar)");
        execute("create table catalogue (line bigint, raw varchar, fields bigint, legible boolean, producto varchar,"
                + " categoria_norm varchar, impuesto varchar)");
        execute("create table empty_lines (line bigint)");
    }

    /** Fills a table; a record with another number of fields than the header is not legible, but is there. */
    void load(String table, TextFile file, List<String> columns) throws SQLException, BadFile {
        List<String> header = file.records().get(0).fields().stream()
                .map(name -> name.replaceAll("^[ \t\r\n\u00a0\u202f]+|[ \t\r\n\u00a0\u202f]+$", "")
                        .toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new BadFile("missing_columns", missing);
        }
        List<String> repeated = columns.stream()
                .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .toList();
        if (!repeated.isEmpty()) {
            throw new BadFile("repeated_column", repeated);
        }
        try (DuckDBAppender rows = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            for (TextFile.Line line : file.records().subList(1, file.records().size())) {
                List<String> fields = line.fields();
                rows.beginRow()
                        .append(line.number())
                        .append(line.raw())
                        .append((long) fields.size())
                        .append(fields.size() == header.size());
                for (String column : columns) {
                    int place = header.indexOf(column);
                    rows.append(place < fields.size() ? fields.get(place) : "");
                }
                rows.endRow();
            }
        }
        for (long line : table.equals("sales") ? file.emptyLines() : List.<Long>of()) {
            execute("insert into empty_lines values (" + line + ")");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script of this package. */
    void run(String script) throws SQLException {
        execute(text(script));
    }

    /** What a query of two columns, name and value, finds. */
    Map<String, String> facts(String query) throws SQLException {
        Map<String, String> facts = new TreeMap<>();
        try (Statement statement = duck.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                facts.put(found.getString(1), found.getString(2));
            }
        }
        return facts;
    }

    static String text(String script) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(script))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
