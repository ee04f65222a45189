package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/** A step's own connection to DuckDB: evaluates relations. Used by one thread. */
public final class Session implements AutoCloseable {
    private final DuckDBConnection connection;
    private final JavaParts java;
    private final Set<Relation.Files> known = new HashSet<>();
    private final Consumer<Session> closing;
    private final TableCopies copies;
    /** Relations whose columns were looked at; they hold no rows. */
    private final Set<Relation> distinct = Collections.newSetFromMap(new IdentityHashMap<>());

    private volatile @Nullable Statement running;

    /** @param closing is told when this is closed */
    Session(DuckDBConnection connection, JavaParts java, Consumer<Session> closing) {
        this.connection = connection;
        this.java = java;
        this.closing = closing;
        this.copies = new TableCopies(java.staging().folder());
    }

    /** Ends the statement that runs, from another thread. */
    void stop() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                return; // it has ended by itself
            }
        }
    }

    /** The first rows of a relation as text, and how many there are in all. */
    public record Sample(List<Column> columns, List<List<@Nullable String>> rows, long count) {}

    /** Reads the result of a query. */
    public interface Reader<T> {
        T read(ResultSet result) throws Exception;
    }

    /**
     * The columns of a relation.
     *
     * @throws UserException if two of them have one name
     */
    public List<Column> columns(Relation relation) {
        List<Column> found = ask(relation, sql -> "describe " + sql, result -> {
            List<Column> columns = new ArrayList<>();
            while (result.next()) {
                columns.add(new Column(result.getString("column_name"), result.getString("column_type")));
            }
            return columns;
        });
        DistinctColumns.require(found);
        distinct.add(relation);
        return found;
    }

    /** DuckDB would rename the second column of a name inside a query, or read the first for both. */
    private void requireDistinctInputs(Relation relation) {
        if (relation.form() instanceof Relation.Query query) {
            query.inputs().values().stream()
                    .filter(input -> input.form() instanceof Relation.Query && !distinct.contains(input))
                    .forEach(this::columns);
        }
    }

    /** All rows, given to a reader. */
    public <T> T read(Relation relation, Reader<T> reader) {
        return ask(relation, sql -> sql, reader);
    }

    /** All rows, each value as text, given to a reader; what the reader throws is its own trouble, not the query's. */
    void texts(Relation relation, Evaluator.RowReader reader) throws IOException {
        List<Column> columns = columns(relation);
        try {
            ask(relation, sql -> text(columns) + from(sql), result -> {
                @Nullable String[] values = new String[columns.size()];
                while (result.next()) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = result.getString(i + 1);
                    }
                    reader.row(values);
                }
                return columns;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** How many rows a relation has. */
    public long count(Relation relation) {
        return Long.parseLong(ask(relation, sql -> "select count(*)" + from(sql), Session::single));
    }

    /** The first rows as text, at most so many, and the number of all. */
    public Sample sample(Relation relation, int limit) {
        List<Column> columns = columns(relation);
        var first = ask(relation, sql -> text(columns) + from(sql) + " limit " + limit, result -> {
            List<List<@Nullable String>> texts = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(result.getString(i));
                }
                texts.add(row);
            }
            return texts;
        });
        return new Sample(columns, first, first.size() < limit ? first.size() : count(relation));
    }

    /** The sum of a hash of each row: the same whatever the order of the rows. */
    public String rowHash(Relation relation) {
        String hash = columns(relation).stream()
                .map(column -> column.quoted())
                .collect(Collectors.joining(", ", "select coalesce(sum(hash(", ")::hugeint), 0)::varchar"));
        return ask(relation, sql -> hash + from(sql), Session::single);
    }

    private static String single(ResultSet result) throws SQLException {
        result.next();
        return result.getString(1);
    }

    private static String text(List<Column> columns) {
        return columns.stream()
                .map(column -> column.quoted() + "::varchar")
                .collect(Collectors.joining(", ", "select ", ""));
    }

    /** The SQL of a relation as the table of a query. Lines of its own, since it may end with a comment. */
    static String from(String sql) {
        return " from (\n" + sql + "\n)";
    }

    /** Asks a question that is made of the SQL of a relation. */
    private <T> T ask(Relation relation, UnaryOperator<String> question, Reader<T> reader) {
        return run(relation, (statement, sql) -> {
            try (ResultSet result = statement.executeQuery(question.apply(sql))) {
                return reader.read(result);
            }
        });
    }

    /** What is done with a relation as SQL. */
    interface Work<T> {
        T run(Statement statement, String sql) throws Exception;
    }

    /** Prepares what the SQL of a relation needs, and does the work with it. */
    <T> T run(Relation relation, Work<T> work) {
        return run(relation, (rows, source) -> rows, work);
    }

    /** The same for work that reads all rows of a relation: those of ours are staged where it is a query over them. */
    <T> T runOverAll(Relation relation, Work<T> work) throws IOException {
        if (!StagedRows.serve(relation)) {
            return run(relation, work);
        }
        try (StagedRows staged = new StagedRows(java.staging().folder())) {
            return run(relation, staged::table, (statement, sql) -> {
                fill(staged, statement);
                return work.run(statement, sql);
            });
        }
    }

    /** @param after the statement that goes on then */
    private void fill(StagedRows staged, Statement after) throws SQLException {
        staged.fillThemselves();
        if (staged.areFull()) {
            return;
        }
        try (DuckDBConnection beside = java.staging().connection();
                Statement filling = beside.createStatement()) {
            running = filling;
            staged.fill(filling);
        } finally {
            running = after;
        }
    }

    private <T> T run(Relation relation, RelationSql.RowTables others, Work<T> work) {
        requireDistinctInputs(relation);
        RelationSql.RowTables tables =
                (rows, source) -> source instanceof CopiedRows table ? copies.table(table) : others.table(rows, source);
        try (RelationSql sql = new RelationSql(relation, java, tables)) {
            try (Statement statement = connection.createStatement()) {
                running = statement;
                for (String macro : sql.macros()) {
                    statement.execute(macro);
                }
                requireFiles(statement, sql.scans());
                return work.run(statement, sql.text());
            } catch (SQLException e) {
                throw QueryFailure.of(e, sql.failure(), relation);
            } catch (RuntimeException e) {
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                running = null;
            }
        }
    }

    /** Statements of ours. */
    public interface Direct<T> {
        T run(Statement statement) throws SQLException;
    }

    /** Runs statements of ours that {@link #stop} ends like a query. */
    public <T> T direct(Direct<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running = statement;
            return work.run(statement);
        } finally {
            running = null;
        }
    }

    /** Runs a short statement of ours that nobody stops. */
    public void quietly(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Once for each in a session: finding out the columns of a file costs as much as a query over its beginning. */
    private void requireFiles(Statement statement, List<FileScan> scans) throws SQLException {
        for (FileScan scan : scans) {
            if (!known.contains(scan.files())) {
                new FileColumns(statement, scan).require();
                known.add(scan.files());
            }
        }
    }

    @Override
    public void close() {
        closing.accept(this);
        try {
            connection.close();
            copies.delete();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
