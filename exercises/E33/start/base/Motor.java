package base;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * A database that writes down who opens a connection and who closes it: {@code jdbc:base:FILE}, where the file holds one
 * statement of SQL in each line. Leave it as it is.
 */
public final class Motor implements Driver {
    private static final String PREFIX = "jdbc:base:";

    private Motor() {}

    /** From now on {@link DriverManager} knows it. */
    static void registra() {
        try {
            DriverManager.registerDriver(new Motor());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = real.createStatement()) {
            for (String line : Files.readAllLines(Path.of(url.substring(PREFIX.length())))) {
                statement.executeUpdate(line);
            }
        } catch (IOException | SQLException e) {
            real.close();
            throw new SQLException("the database does not open: " + e.getMessage(), e);
        }
        return written(real, Sucesos.abre());
    }

    private static Connection written(Connection real, int number) {
        InvocationHandler writes = (proxy, method, arguments) -> {
            if (method.getName().equals("close") && !real.isClosed()) {
                Sucesos.cierra(number);
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(Motor.class.getClassLoader(), new Class<?>[] {Connection.class}, writes);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
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
