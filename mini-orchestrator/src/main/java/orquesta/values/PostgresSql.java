package orquesta.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import orquesta.asset.Column;

/** Questions to PostgreSQL whose answer is a column of texts. */
final class PostgresSql {
    private PostgresSql() {}

    /** The first column of the result. */
    static List<String> texts(Statement statement, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** A text as a constant; backslashes mean nothing in it, as has been the rule since 9.1. */
    static String constant(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Looks first: who may use a schema may not always make one. One at a time, since two would make the same. */
    static void makeSchema(Statement statement, String schema) throws SQLException {
        statement.execute("select pg_advisory_xact_lock(hashtext('orquesta'))");
        if (texts(statement, "select 1 from pg_namespace where nspname = " + constant(schema))
                .isEmpty()) {
            statement.execute("create schema " + Column.quoted(schema));
        }
    }
}
