package orquesta.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orquesta.asset.Relation;
import orquesta.asset.ValueForm;
import orquesta.duckfile.DatabaseFile;
import orquesta.duckfile.DatabaseTable;
import orquesta.event.Materialization;
import orquesta.event.Materialization.Contents;
import orquesta.event.Materialization.Delivery;
import orquesta.relation.ParquetFile;
import orquesta.relation.Session;
import orquesta.relation.SqlConstant;
import orquesta.text.UserException;

/**
 * Values in one file of DuckDB: a table for each attempt, and a view for what is published. The query is evaluated into a
 * Parquet file first, as {@link FileStore} does, so that both keep the same, and so that the database is held for no longer
 * than it takes to copy rows.
 */
final class DuckStore implements ValueStore {
    /** A person closes a window within it, or not at all. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String MARKER = "duckdb-table";

    private final DatabaseFile database;
    private final FileStore files;
    private final TableNames names;
    private boolean swept;

    /**
     * @param database where tables are made; values are read from the file that their location names
     * @param files where drafts and the marks of attempts are, in the home
     */
    DuckStore(DatabaseFile database, FileStore files) throws IOException {
        this.database = database;
        this.files = files;
        this.names = TableNames.of(files.identity());
    }

    @Override
    public Materialization writeTable(Relation rows, ValueId id) throws IOException {
        Path draft = files.folderFor(id).resolve("draft.parquet");
        try (Session session = database.duck().session()) {
            ParquetFile.write(session, rows, draft);
            TableSummary summary = TableSummary.of(session, Relation.stored(draft), Files.size(draft));
            create(id, "from read_parquet(" + SqlConstant.of(draft.toString()) + ")");
            return materialization(id, ValueForm.TABLE, summary.contents(), summary.hash());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public Materialization writeJson(byte[] text, ValueId id) throws IOException {
        files.folderFor(id);
        String value = SqlConstant.of(new String(text, StandardCharsets.UTF_8));
        create(id, "select " + value + "::json as value");
        Contents contents = new Contents(-1, List.of(), List.of(), List.of(), text.length);
        return materialization(id, ValueForm.JSON, contents, FileStore.hash(text));
    }

    private Materialization materialization(
            ValueId id, ValueForm form, Contents contents, Materialization.ContentHash hash) {
        String location = location(names.table(id)).text();
        TableNames.Place name =
                new TableNames.Place(id.run().pipeline(), id.task().text());
        return new Materialization(
                form,
                location,
                contents,
                hash,
                Map.of(),
                new Delivery(location, location(name).text()));
    }

    private DuckLocation location(TableNames.Place place) {
        return new DuckLocation(database.path(), place);
    }

    /**
     * Makes a table and fills it, in one transaction. The mark in the home comes first: a table without one that was not
     * promised is nobody's.
     */
    private void create(ValueId id, String rows) throws IOException {
        DuckTable table = new DuckTable(names.table(id));
        Files.writeString(
                files.folderOf(id).resolve(MARKER), location(table.place()).text());
        try {
            database.write(statement -> {
                sweep(statement);
                table.create(statement, rows, id.folder());
                return table;
            });
        } catch (RuntimeException e) {
            files.discard(id);
            throw e;
        }
    }

    @Override
    public Relation readTable(Materialization value) {
        DuckTable table = requireThere(value);
        return Relation.of(new DatabaseTable(
                database, table.place().sql(), value.contents().columns()));
    }

    @Override
    public byte[] readJson(Materialization value) {
        DuckTable table = requireThere(value);
        String question = "select value::varchar from " + table.place().sql();
        return database.read(statement -> CommonSql.texts(statement, question))
                .get(0)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A file that is written to would be made anew. */
    private void requireFile() {
        UserException.when(!Files.exists(database.path()), "", "value.gone_file", database);
    }

    private DuckTable requireThere(Materialization value) {
        requireFile();
        return database.read(statement -> requireThere(statement, value));
    }

    private static DuckTable requireThere(Statement statement, Materialization value) throws SQLException {
        DuckTable table = new DuckTable(DuckLocation.of(value.location()).table());
        if (!table.isThere(statement)) {
            throw new UserException("", "value.gone", value.location());
        }
        return table;
    }

    /** Publishing is tried and taken back: whatever stands in its way is told before the log says that it is done. */
    @Override
    public void promise(Materialization value) {
        requireFile();
        database.write(statement -> {
            DuckTable table = requireThere(statement, value);
            show(statement, value);
            statement.execute("rollback");
            statement.execute("begin");
            table.promise(statement, target(value).text());
            return table;
        });
    }

    @Override
    public void publish(Materialization value) {
        requireFile();
        database.write(statement -> {
            requireThere(statement, value);
            return show(statement, value);
        });
    }

    private DuckView show(Statement statement, Materialization value) throws SQLException {
        DuckView view = new DuckView(target(value).table(), names.home());
        view.show(statement, DuckLocation.of(value.location()).table(), database);
        return view;
    }

    private static DuckLocation target(Materialization value) {
        return DuckLocation.of(Objects.requireNonNull(value.delivery()).target());
    }

    @Override
    public void discard(ValueId id) throws IOException {
        if (isMarked(id)) {
            files.discard(id);
            drop(id);
        }
    }

    /** The mark goes last: as long as it is there, this can be tried again. */
    @Override
    public void remove(ValueId id) throws IOException {
        if (isMarked(id)) {
            drop(id);
            files.discard(id);
        }
    }

    private boolean isMarked(ValueId id) {
        return Files.exists(files.folderOf(id).resolve(MARKER));
    }

    private void drop(ValueId id) {
        if (Files.exists(database.path())) {
            database.write(statement -> {
                DuckTable table = new DuckTable(names.table(id));
                table.drop(statement);
                return table;
            });
        }
    }

    /** Where the attempt of a folder wrote; empty if not into a file of DuckDB. */
    static String markedIn(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker) ? Files.readString(marker) : "";
    }

    /** Once in a run: drops the tables of attempts that ended while the file could not be had. */
    private void sweep(Statement statement) throws SQLException {
        if (!swept) {
            DuckTable.sweep(statement, names.schema(), folder -> files.has(folder + "/" + MARKER));
            swept = true;
        }
    }
}
