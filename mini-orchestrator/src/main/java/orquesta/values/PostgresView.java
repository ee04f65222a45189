package orquesta.values;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import orquesta.relation.SqlConstant;
import orquesta.text.UserException;

/**
 * What a published value is read by in the database: a view over the table of its attempt. Putting another table behind it
 * is one transaction, so whoever reads it sees the old rows or the new ones.
 *
 * @param place where it stands
 * @param home the letters of the home that may change it
 */
record PostgresView(TableNames.Place place, String home) {
    /**
     * Puts a table behind it. A view with the same columns is replaced, which keeps its grants and what is built on it.
     *
     * @throws UserException if it is not ours, or if it must get other columns and something is built on it
     */
    void show(Statement statement, TableNames.Place table) throws SQLException {
        PostgresTable.makeSchema(statement, place.schema());
        List<String> before = columns(statement, place);
        if (!before.isEmpty()) {
            requireOurs(statement);
        }
        if (!before.isEmpty() && !before.equals(columns(statement, table))) {
            requireNothingBuiltOnIt(statement);
            statement.execute("drop view " + place.sql());
        }
        statement.execute("create or replace view " + place.sql() + " as select * from " + table.sql());
        statement.execute("comment on view " + place.sql() + " is '" + mark() + "'");
    }

    /** So that a view of another home, or a table that somebody made, is never replaced. */
    private String mark() {
        return "published by orquesta, home " + home;
    }

    private void requireOurs(Statement statement) throws SQLException {
        String comment = "select obj_description(" + oid(place) + ", 'pg_class')";
        if (!mark().equals(CommonSql.texts(statement, comment).get(0))) {
            throw new UserException("", "postgres.taken", place);
        }
    }

    private void requireNothingBuiltOnIt(Statement statement) throws SQLException {
        List<String> above = CommonSql.texts(
                statement,
                "select distinct r.ev_class::regclass::text from pg_depend d join pg_rewrite r on r.oid = d.objid"
                        + " and d.classid = 'pg_rewrite'::regclass where d.refobjid = " + oid(place)
                        + " and r.ev_class <> d.refobjid");
        if (!above.isEmpty()) {
            throw new UserException("", "postgres.built_on", place, String.join(", ", above));
        }
    }

    /** Names and types; empty if there is nothing of this name. */
    private static List<String> columns(Statement statement, TableNames.Place place) throws SQLException {
        return CommonSql.texts(
                statement,
                "select attname || ' ' || format_type(atttypid, atttypmod) from pg_attribute where attnum > 0"
                        + " and not attisdropped and attrelid = " + oid(place) + " order by attnum");
    }

    private static String oid(TableNames.Place place) {
        return "to_regclass(" + SqlConstant.of(place.sql()) + ")";
    }
}
