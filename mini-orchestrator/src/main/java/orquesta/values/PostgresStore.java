package orquesta.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.Contents;
import orquesta.event.Materialization.Delivery;
import orquesta.relation.Duck;
import orquesta.relation.ParquetFile;
import orquesta.relation.Session;
import orquesta.text.UserException;

/**
 * Values in a database of PostgreSQL: a table for each attempt, filled by COPY in one transaction, and a view for what is
 * published. The query is evaluated into a Parquet file first, as {@link FileStore} does, so that both keep the same; what
 * PostgreSQL would give back otherwise is found by reading it again before anybody relies on it.
 */
final class PostgresStore implements ValueStore {
    static final String SCHEME = "postgres:";
    private static final String MARKER = "postgres-table";

    private final PostgresServer server;
    private final FileStore files;
    private final Duck duck;
    private final TableNames names;
    private boolean swept;

    /** @param files where drafts and the marks of attempts are, in the home */
    PostgresStore(PostgresServer server, FileStore files, Duck duck) throws IOException {
        this.server = server;
        this.files = files;
        this.duck = duck;
        this.names = TableNames.of(files.identity());
    }

    /** The variable of the server that holds a value; empty for one that is kept elsewhere. */
    static String variableOf(String location) {
        return location.startsWith(SCHEME) ? location.substring(SCHEME.length(), location.indexOf('/')) : "";
    }

    private String location(TableNames.Place place) {
        return SCHEME + server.variable() + "/" + place.schema() + "/" + place.name();
    }

    private static TableNames.Place place(String location) {
        String[] parts = location.split("/", 3);
        return new TableNames.Place(parts[1], parts[2]);
    }

    @Override
    public Materialization writeTable(Relation rows, ValueId id) throws IOException {
        Path draft = files.folderFor(id).resolve("draft.parquet");
        try (Session session = duck.session()) {
            ParquetFile.write(session, rows, draft);
            Relation written = Relation.stored(draft);
            TableSummary summary = TableSummary.of(session, written, 0);
            List<PostgresColumn> columns = PostgresColumn.all(summary.contents().columns());
            PostgresRows kept = new PostgresRows(server, names.table(id), columns);
            CopyLines.Rows all = new CopyLines.Rows(duck, written, columns);
            long bytes = write(id, columns, connection -> CopyLines.copy(connection, kept.table(), all));
            if (!session.rowHash(Relation.of(kept)).equals(summary.rowHash())) {
                discard(id);
                throw new UserException("", "postgres.changed", kept);
            }
            return materialization(id, ValueForm.TABLE, summary.taking(bytes).contents(), summary.hash());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public Materialization writeJson(byte[] text, ValueId id) throws IOException {
        Column value = new Column("value", "VARCHAR");
        files.folderFor(id);
        write(id, List.of(new PostgresColumn(value, "json")), connection -> {
            String insert = "insert into " + names.table(id).sql() + " values (?::json)";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, new String(text, StandardCharsets.UTF_8));
                statement.executeUpdate();
            }
        });
        Contents contents = new Contents(-1, List.of(), List.of(), List.of(), text.length);
        return materialization(id, ValueForm.JSON, contents, FileStore.hash(text));
    }

    private Materialization materialization(
            ValueId id, ValueForm form, Contents contents, Materialization.ContentHash hash) {
        String location = location(names.table(id));
        Delivery delivery = new Delivery(location, location(TableNames.view(id)));
        return new Materialization(form, location, contents, hash, Map.of(), delivery);
    }

    /** Fills a table that is new. */
    private interface Filling {
        void fill(Connection connection) throws SQLException, IOException;
    }

    /**
     * Makes a table and fills it, in one transaction. The mark in the home comes first: a table without one that was not
     * promised is nobody's.
     *
     * @return the bytes that it takes
     */
    private long write(ValueId id, List<PostgresColumn> columns, Filling filling) throws IOException {
        PostgresTable table = new PostgresTable(names.table(id));
        sweep();
        Files.writeString(files.folderOf(id).resolve(MARKER), location(table.place()));
        try {
            return server.use((connection, statement) -> {
                table.create(statement, columns, id.folder());
                filling.fill(connection);
                return table.bytes(statement);
            });
        } catch (RuntimeException e) {
            files.discard(id);
            throw e;
        }
    }

    @Override
    public Relation readTable(Materialization value) {
        server.use((connection, statement) -> requireThere(statement, value));
        List<PostgresColumn> columns = PostgresColumn.all(value.contents().columns());
        return Relation.of(new PostgresRows(server, place(value.location()), columns));
    }

    @Override
    public byte[] readJson(Materialization value) {
        return server.use((connection, statement) -> {
            String table = requireThere(statement, value).place().sql();
            return CommonSql.texts(statement, "select value::text from " + table)
                    .get(0)
                    .getBytes(StandardCharsets.UTF_8);
        });
    }

    private static PostgresTable requireThere(Statement statement, Materialization value) throws SQLException {
        PostgresTable table = new PostgresTable(place(value.location()));
        if (!table.isThere(statement)) {
            throw new UserException("", "value.gone", value.location());
        }
        return table;
    }

    /** Publishing is tried and taken back: whatever stands in its way is told before the log says that it is done. */
    @Override
    public void promise(Materialization value) {
        server.use((connection, statement) -> {
            PostgresTable table = requireThere(statement, value);
            show(statement, value);
            connection.rollback();
            table.promise(statement, target(value));
            return table;
        });
    }

    @Override
    public void publish(Materialization value) {
        server.use((connection, statement) -> show(statement, value));
    }

    private PostgresView show(Statement statement, Materialization value) throws SQLException {
        PostgresView view = new PostgresView(place(target(value)), names.home());
        view.show(statement, place(value.location()));
        return view;
    }

    private static String target(Materialization value) {
        return Objects.requireNonNull(value.delivery()).target();
    }

    @Override
    public void discard(ValueId id) throws IOException {
        Path marker = files.folderOf(id).resolve(MARKER);
        if (Files.exists(marker)) {
            PostgresTable table = new PostgresTable(place(Files.readString(marker)));
            files.discard(id);
            server.use((connection, statement) -> {
                table.drop(statement);
                return table;
            });
        }
    }

    /** The mark goes last: as long as it is there, this can be tried again. */
    @Override
    public void remove(ValueId id) throws IOException {
        Path marker = files.folderOf(id).resolve(MARKER);
        if (Files.exists(marker)) {
            PostgresTable table = new PostgresTable(place(Files.readString(marker)));
            server.use((connection, statement) -> {
                table.drop(statement);
                return table;
            });
            files.discard(id);
        }
    }

    /** The variable of the server to which the attempt of a folder wrote; empty if to none. */
    static String markedIn(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker) ? variableOf(Files.readString(marker)) : "";
    }

    /** Once in a run: drops the tables of attempts that ended while the server could not be told. */
    private synchronized void sweep() {
        if (!swept) {
            server.use((connection, statement) -> {
                PostgresTable.sweep(statement, names.schema(), folder -> files.has(folder + "/" + MARKER));
                return statement;
            });
            swept = true;
        }
    }
}
