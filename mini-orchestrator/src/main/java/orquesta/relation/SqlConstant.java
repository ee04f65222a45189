package orquesta.relation;

/** Texts as constants of SQL. */
public final class SqlConstant {
    private SqlConstant() {}

    /** {@code 'O''Higgins'}; backslashes mean nothing in it, in PostgreSQL since 9.1. */
    public static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
