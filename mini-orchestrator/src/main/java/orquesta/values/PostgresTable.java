package orquesta.values;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.relation.SqlConstant;

/**
 * The table of one attempt. Its comment says whose it is: the folder of the attempt in the home, and, once its value is
 * promised to readers, that it stays.
 *
 * @param place where it stands
 */
record PostgresTable(TableNames.Place place) {
    private static final String PROMISED = "promised ";

    void create(Statement statement, List<PostgresColumn> columns, String folder) throws SQLException {
        makeSchema(statement, place.schema());
        String declared = columns.stream().map(PostgresColumn::declaration).collect(Collectors.joining(", "));
        statement.execute("create table " + place.sql() + " (" + declared + ")");
        comment(statement, folder);
    }

    /** From now on {@link #sweep} leaves it alone. */
    void promise(Statement statement, String target) throws SQLException {
        comment(statement, PROMISED + target);
    }

    private void comment(Statement statement, String text) throws SQLException {
        statement.execute("comment on table " + place.sql() + " is " + SqlConstant.of(text));
    }

    boolean isThere(Statement statement) throws SQLException {
        return !CommonSql.texts(statement, "select 1 where " + oid() + " is not null")
                .isEmpty();
    }

    /** What it takes on the server's disk, in bytes. */
    long bytes(Statement statement) throws SQLException {
        return Long.parseLong(CommonSql.texts(statement, "select pg_table_size(" + oid() + ")")
                .get(0));
    }

    void drop(Statement statement) throws SQLException {
        statement.execute("drop table if exists " + place.sql());
    }

    private String oid() {
        return "to_regclass(" + SqlConstant.of(place.sql()) + ")";
    }

    /** Looks first: who may use a schema may not always make one. One at a time, since two would make the same. */
    static void makeSchema(Statement statement, String schema) throws SQLException {
        statement.execute("select pg_advisory_xact_lock(hashtext('orquesta'))");
        if (CommonSql.texts(statement, "select 1 from pg_namespace where nspname = " + SqlConstant.of(schema))
                .isEmpty()) {
            statement.execute("create schema " + Column.quoted(schema));
        }
    }

    /**
     * Drops tables of a schema that nobody was promised and that no attempt claims any more.
     *
     * @param claimed whether the folder of an attempt in the home still names its table
     */
    static void sweep(Statement statement, String schema, Predicate<String> claimed) throws SQLException {
        List<String> unclaimed = new ArrayList<>();
        String question = "select relname || '/' || obj_description(c.oid, 'pg_class') from pg_class c"
                + " join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname = "
                + SqlConstant.of(schema) + " and obj_description(c.oid, 'pg_class') not like '" + PROMISED + "%'";
        for (String found : CommonSql.texts(statement, question)) {
            String[] parts = found.split("/", 2);
            if (!claimed.test(parts[1])) {
                unclaimed.add(parts[0]);
            }
        }
        for (String name : unclaimed) {
            new PostgresTable(new TableNames.Place(schema, name)).drop(statement);
        }
    }
}
