package org.sqlite;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Stands before SQLite's driver of this name on the class path of tests, and opens the same connections: who listens sees what
 * is prepared on each, whoever opened it. So the code that is tested has no place for a listener.
 */
public final class JDBC implements Driver {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

    static {
        try {
            DriverManager.registerDriver(new JDBC());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Sees each statement; what it gives back is used in its place. */
    @FunctionalInterface
    public interface Listener {
        PreparedStatement prepared(SQLiteConnection connection, String sql, PreparedStatement statement);
    }

    /** From now on, until it is taken away. */
    public static void add(Listener listener) {
        LISTENERS.add(listener);
    }

    public static void remove(Listener listener) {
        LISTENERS.remove(listener);
    }

    /** As the driver's own; the one that the code calls. */
    public static SQLiteConnection createConnection(String url, Properties properties) throws SQLException {
        return new Heard(url, properties);
    }

    private static final class Heard extends JDBC4Connection {
        private Heard(String url, Properties properties) throws SQLException {
            super(url, url.substring(PREFIX.length()), properties);
        }

        @Override
        public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
                throws SQLException {
            PreparedStatement statement = super.prepareStatement(sql, type, concurrency, holdability);
            for (Listener listener : LISTENERS) {
                statement = listener.prepared(this, sql, statement);
            }
            return statement;
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return acceptsURL(url) ? createConnection(url, properties) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 3;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
