package orquesta.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeId;
import orquesta.text.HomeException;
import orquesta.values.Disk;

/**
 * Brings the tables of a home to this version's: a new file gets them all; an older file is copied beside itself, then
 * changed in one transaction; a newer one is refused. The version stands in SQLite's {@code user_version}.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_user_version">user_version</a>
 */
final class Migration {
    static final int VERSION = 10;
    /** Since this version only indexes, and columns of values, were added. */
    private static final int SAME_TABLES = 5;
    /** Since this version values have the columns of their cleaning. */
    private static final int CLEANING = 7;

    /** The version that wrote no number. */
    private static final int FIRST = 1;

    private final Connection connection;
    private final Path file;

    Migration(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /**
     * Makes or changes what is missing.
     *
     * @throws HomeException if a newer version wrote the file
     */
    void run(EventCodec codec, Clock clock) throws SQLException {
        int version = version();
        if (version > VERSION) {
            throw new HomeException("store.newer", file, version, VERSION);
        }
        if (version == 0) {
            inOneTransaction(this::create);
        } else if (version < VERSION) {
            keepCopy(version);
            inOneTransaction(() -> from(version, codec, clock));
        }
    }

    private int version() throws SQLException {
        int written = Integer.parseInt(ask("pragma user_version"));
        boolean older = written == 0
                && !ask("select count(*) from sqlite_master where name = 'event'")
                        .equals("0");
        return older ? FIRST : written;
    }

    /** One process copies at a time: the others wait for the lock of writers, which no copy itself may hold. */
    private void keepCopy(int version) throws SQLException {
        Path copy = Path.of(file + ".v" + version);
        try (Connection alone = Database.open(file);
                Statement lock = alone.createStatement()) {
            lock.execute("begin immediate"); // given back when it is closed
            if (!Files.exists(copy)) {
                copyTo(copy);
            }
        } catch (IOException e) {
            throw HomeException.at(copy, e);
        }
    }

    /** A copy has its name once all of it is on the disk: what a killed process left half done is made anew. */
    private void copyTo(Path copy) throws SQLException, IOException {
        Path part = Path.of(copy + ".part");
        Files.deleteIfExists(part);
        execute("vacuum into '" + part.toString().replace("'", "''") + "'");
        Disk.sync(part);
        Disk.replace(part, copy);
        Disk.syncFolder(copy.getParent());
    }

    private void create() throws SQLException {
        for (String statement : Database.schema().split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
        execute("pragma user_version = " + VERSION);
    }

    /** The events stay; what is made of them is made anew. */
    private void from(int version, EventCodec codec, Clock clock) throws SQLException {
        if (version == FIRST) {
            execute("alter table event add column \"trigger\" text not null default ''");
            execute("alter table log_chunk add column partition text not null default ''");
        }
        boolean anew = version < SAME_TABLES;
        for (String table : anew ? Projection.TABLES : List.<String>of()) {
            execute("drop table if exists " + table);
        }
        if (!anew && version < CLEANING) {
            addCleaning();
        }
        create();
        try (EventTable table = new EventTable(connection, codec, clock)) {
            if (anew) {
                table.rebuild(new Rows(codec).events());
            }
            table.catchUp();
            Fact migrated = new Fact.HomeMigrated(version, VERSION);
            table.append(List.of(new Event.Draft(new HomeId(), null, 0, 0, migrated)));
        }
    }

    /** What a value takes in a store, and when it was cleaned: no home of before has cleaned any. */
    private void addCleaning() throws SQLException {
        execute("alter table materialization add column bytes integer not null default -1");
        execute("alter table materialization add column cleaned integer");
        execute("alter table materialization add column removed integer");
        execute("update materialization set bytes = json_extract(value, '$.contents.bytes')"
                + " where json_extract(value, '$.form') in ('TABLE', 'JSON')");
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Another process may have done it while we waited for the lock. */
    private void inOneTransaction(Work work) throws SQLException {
        execute("begin immediate");
        try {
            if (version() < VERSION) {
                work.run();
            }
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            try {
                execute("rollback");
            } catch (SQLException alreadyBack) {
                e.addSuppressed(alreadyBack);
            }
            throw e;
        }
    }

    private String ask(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
