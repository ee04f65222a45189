package orquesta.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import orquesta.asset.Column;
import orquesta.relation.SqlConstant;

/**
 * The table of one attempt in a file of DuckDB. Its comment says whose it is, as that of a {@link PostgresTable} does: the
 * folder of the attempt in the home, and, once its value is promised to readers, that it stays.
 *
 * @param place where it stands
 */
record DuckTable(TableNames.Place place) {
    private static final String PROMISED = "promised ";

    /** @param rows what it holds, as SQL */
    void create(Statement statement, String rows, String folder) throws SQLException {
        statement.execute("create schema if not exists " + Column.quoted(place.schema()));
        statement.execute("create table " + place.sql() + " as " + rows);
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
        return !CommonSql.texts(
                        statement,
                        "select 1 from " + tables(place.schema()) + " and table_name = " + SqlConstant.of(place.name()))
                .isEmpty();
    }

    void drop(Statement statement) throws SQLException {
        if (isThere(statement)) {
            statement.execute("drop table " + place.sql());
        }
    }

    private static String tables(String schema) {
        return "duckdb_tables() where database_name = current_database() and schema_name = " + SqlConstant.of(schema);
    }

    /**
     * Drops tables of a schema that nobody was promised and that no attempt claims any more.
     *
     * @param claimed whether the folder of an attempt in the home still names its table
     */
    static void sweep(Statement statement, String schema, Predicate<String> claimed) throws SQLException {
        List<DuckTable> unclaimed = new ArrayList<>();
        String question =
                "select table_name, comment from " + tables(schema) + " and comment not like '" + PROMISED + "%'";
        try (ResultSet found = statement.executeQuery(question)) {
            while (found.next()) {
                if (!claimed.test(found.getString(2))) {
                    unclaimed.add(new DuckTable(new TableNames.Place(schema, found.getString(1))));
                }
            }
        }
        for (DuckTable table : unclaimed) {
            table.drop(statement);
        }
    }
}
