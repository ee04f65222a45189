package orquesta.values;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import orquesta.relation.Duck;
import orquesta.resource.Environment;
import orquesta.text.UserException;

/**
 * A database of PostgreSQL whose address a variable of the environment holds. Connections live as long as one piece of work;
 * what goes wrong is one sentence, which never holds the password.
 *
 * @param variable the name of the variable; the address is asked for when it is needed
 * @param duck who stops a step: then the statement that its thread waits for is cancelled in the server
 */
record PostgresServer(String variable, Duck duck) {
    private static final String SECONDS_TO_CONNECT = "10";
    private static final String CANCELLED = "57014";
    /** The classes of SQLSTATE for a server or a database that cannot be worked with at all. */
    private static final Set<String> GONE = Set.of("08", "28", "3D", "53", "57");

    /** Something to do in one transaction. */
    interface Work<T> {
        T run(Connection connection, Statement statement) throws Exception;
    }

    /**
     * Does it in a transaction of its own, which is on disk when this returns.
     *
     * @throws UserException if the server is gone or refuses
     */
    @SuppressWarnings("try") // what waits is closed, and nothing else
    <T> T use(Work<T> work) {
        Properties address = address();
        try (Connection connection = open(address)) {
            try (Duck.Waiting waiting = waits(connection);
                    Statement statement = connection.createStatement()) {
                T result = work.run(connection, statement);
                connection.commit();
                return result;
            }
        } catch (SQLException e) {
            throw meaning(e, address);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection without autocommit; its times are UTC. Close it. */
    Connection connect() {
        Properties address = address();
        try {
            return open(address);
        } catch (SQLException e) {
            throw meaning(e, address);
        }
    }

    private static Connection open(Properties address) throws SQLException {
        Connection connection = new Driver().connect("jdbc:postgresql:", address);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'; set datestyle to iso; set lock_timeout to '10s';"
                    + " set extra_float_digits to 1; set bytea_output to hex; set client_min_messages to warning");
            connection.commit();
        }
        return connection;
    }

    /** While this thread waits for a connection: who stops the thread cancels the statement of the connection. */
    Duck.Waiting waits(Connection connection) {
        AtomicBoolean asking = new AtomicBoolean();
        return duck.waits(() -> {
            if (asking.compareAndSet(
                    false, true)) { // in a thread of its own: a server that hangs may hold up nobody else
                Thread thread = new Thread(() -> cancel(connection, asking), "orquesta-cancel");
                thread.setDaemon(true);
                thread.start();
            }
        });
    }

    private static void cancel(Connection connection, AtomicBoolean asking) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            return; // closed, or gone: nothing is left to cancel
        } finally {
            asking.set(false);
        }
    }

    /** What an exception of the driver means to somebody who has not seen our statements. */
    UserException meaning(SQLException e) {
        return meaning(e, address());
    }

    private UserException meaning(SQLException e, Properties address) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        String password = address.getProperty("password", "");
        String said = String.valueOf(e.getMessage())
                .strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceFirst("\\.( Check that the hostname.*)?$", "");
        String without = password.isEmpty() ? said : said.replace(password, "***");
        boolean gone = GONE.contains(state.substring(0, 2)) && !state.equals(CANCELLED);
        String key = gone ? "postgres.gone" : "postgres.refused";
        return new UserException("", key, place(address), variable, without);
    }

    /** {@code localhost:5432/ventas} */
    private static String place(Properties address) {
        return address.getProperty("PGHOST") + ":" + address.getProperty("PGPORT") + "/"
                + address.getProperty("PGDBNAME");
    }

    private Properties address() {
        String address = Environment.require(variable).strip();
        Properties given = new Properties();
        given.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        given.setProperty("tcpKeepAlive", "true");
        given.setProperty("ApplicationName", "orquesta");
        given.setProperty("options", "-c client_min_messages=warning");
        @Nullable Properties parsed = null;
        if (address.startsWith("jdbc:postgresql:")) {
            parsed = Driver.parseURL(address, given);
        } else if (address.matches("postgres(ql)?://.*")) {
            parsed = parsed(address, given);
        }
        if (parsed == null) {
            throw new UserException(variable, "postgres.address", variable);
        }
        return parsed;
    }

    /** The address as {@code psql} takes it: the driver does not know a user and a password before the host. */
    private static @Nullable Properties parsed(String address, Properties given) {
        try {
            URI uri = new URI(address);
            String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
            String host = authority.substring(authority.lastIndexOf('@') + 1);
            if (host.length() < authority.length()) {
                String[] user = authority
                        .substring(0, authority.length() - host.length() - 1)
                        .split(":", 2);
                given.setProperty("user", URLDecoder.decode(user[0], StandardCharsets.UTF_8));
                given.setProperty(
                        "password", user.length == 2 ? URLDecoder.decode(user[1], StandardCharsets.UTF_8) : "");
            }
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Driver.parseURL("jdbc:postgresql://" + host + uri.getRawPath() + query, given);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
