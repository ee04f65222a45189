package orquesta.values;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import orquesta.asset.Column;
import orquesta.relation.SqlConstant;
import orquesta.text.UserException;

/**
 * What a published value is read by in a file of DuckDB: a view with the name of its asset. It stands in no schema of its
 * pipeline, since DuckDB finds none that is called as the file is.
 *
 * @param published its pipeline, and the name of the asset
 * @param home the letters of the home that may change it
 */
record DuckView(TableNames.Place published, String home) {
    /**
     * Puts a table behind it.
     *
     * @param file for messages
     * @throws UserException if something of this name is there that is not ours
     */
    void show(Statement statement, TableNames.Place table, Object file) throws SQLException {
        requireOurs(statement, file);
        String view = "main." + Column.quoted(published.name());
        statement.execute("create or replace view " + view + " as select * from " + table.sql());
        statement.execute("comment on view " + view + " is " + SqlConstant.of(mark()));
    }

    private String mark() {
        return "published by orquesta, home " + home + ", pipeline " + published.schema();
    }

    /** So that what another home or pipeline published, or somebody made, is never replaced. */
    private void requireOurs(Statement statement, Object file) throws SQLException {
        String named = " where database_name = current_database() and schema_name = 'main' and lower(%s) = lower("
                + SqlConstant.of(published.name()) + ")";
        List<String> marks = CommonSql.texts(
                statement,
                "select coalesce(comment, '') from duckdb_views()" + named.formatted("view_name")
                        + " union all select '' from duckdb_tables()" + named.formatted("table_name"));
        if (!marks.isEmpty() && !marks.equals(List.of(mark()))) {
            throw new UserException("", "database.name_taken", published.name(), file);
        }
    }
}
