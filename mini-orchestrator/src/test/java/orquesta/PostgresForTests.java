package orquesta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/**
 * A server of PostgreSQL for the tests of one JVM: started when first asked for, in a folder of its own, and gone with the
 * JVM however that ends. The variable {@link #VARIABLE} names a service (see {@code pom.xml}), and the file of services, which
 * the driver reads anew for each connection, says where that is: so a test can point it elsewhere for a while.
 */
public final class PostgresForTests {
    /** The variable that holds the server's address. */
    public static final String VARIABLE = "ORQUESTA_TEST_DATABASE";
    /** A variable that holds the address of no server, with a password. */
    public static final String NOWHERE = "ORQUESTA_TEST_NOWHERE";
    /** What stands in {@link #NOWHERE} and may stand nowhere else. */
    public static final String PASSWORD = "s3cr3t-w0rd";

    private static final String FILE_OF_SERVICES = "org.postgresql.pgservicefile";
    /** Waits for the end of its input, which is that of our JVM. */
    private static final String SCRIPT = """
            "$1/initdb" -A trust -U postgres --locale=C -E UTF8 --no-sync -D "$2/data" >"$2/log" 2>&1 || exit 1
            "$1/postgres" -D "$2/data" -k "$2" -p "$3" -c listen_addresses=127.0.0.1 -c fsync=off \
              -c full_page_writes=off -c synchronous_commit=off >>"$2/log" 2>&1 &
            server=$!
            cat >/dev/null
            kill -INT $server
            wait $server
            rm -rf "$2"
            """;

    private static PostgresForTests started;

    private final Path folder;
    private final int port;

    private PostgresForTests(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The server of this JVM. Without PostgreSQL on this machine the test is aborted; where every test is required, it fails. */
    public static synchronized PostgresForTests get() {
        if (started == null) {
            try {
                started = start(programs());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return started;
    }

    /** The server, holding nothing of any test before. */
    public static PostgresForTests empty() throws SQLException {
        PostgresForTests server = get();
        for (String schema : server.texts("select nspname from pg_namespace where nspname not like 'pg\\_%'"
                + " and nspname not in ('information_schema', 'public')")) {
            server.execute("drop schema \"" + schema + "\" cascade");
        }
        return server;
    }

    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(versions)) {
            try (Stream<Path> all = Files.list(versions)) {
                all.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted(Comparator.reverseOrder())
                        .forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            String words = "there is no PostgreSQL below " + versions + ": run devcontainer/install-system.sh";
            if ("1".equals(System.getenv("ORQUESTA_REQUIRE_ALL"))) {
                throw new AssertionError(words);
            }
            Assumptions.abort(words);
            throw new TestAbortedException(words);
        }
        return found.get(0);
    }

    private static PostgresForTests start(Path programs) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresForTests server = new PostgresForTests(Files.createTempDirectory("orquesta-postgres"), port);
        List<String> command = new ArrayList<>();
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) { // which the server refuses to be
            Files.setOwner(
                    server.folder,
                    server.folder
                            .getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("postgres"));
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", programs.toString(), server.folder.toString(), "" + port));
        Process process = new ProcessBuilder(command)
                .directory(server.folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        server.pointTo(port);
        System.setProperty(FILE_OF_SERVICES, server.services().toString());
        server.await(process);
        return server;
    }

    private void await(Process process) throws IOException {
        SQLException last = null;
        for (int i = 0; i < 1_200 && process.isAlive(); i++) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                last = e;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("PostgreSQL does not start: " + Files.readString(folder.resolve("log")), last);
    }

    private Path services() {
        return folder.resolve("services.conf");
    }

    private void pointTo(int shown) throws IOException {
        String service = "[orquesta_test]\nhost=127.0.0.1\nport=" + shown + "\ndbname=postgres\nuser=postgres\n";
        Files.writeString(services(), service);
    }

    /** What a child of this JVM needs to find the server; empty if none was started. */
    static Optional<String> option() {
        return Optional.ofNullable(System.getProperty(FILE_OF_SERVICES))
                .map(file -> "-D" + FILE_OF_SERVICES + "=" + file);
    }

    /** For whoever asks for it by the variable, the server is gone. */
    public void hide() throws IOException {
        pointTo(1);
    }

    /** It is there again. */
    public void show() throws IOException {
        pointTo(port);
    }

    /** A connection of a visitor, who knows nothing of us. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of a query, as text. */
    public List<String> texts(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The tables of attempts in the schema of a home. */
    public List<String> tablesOf(Path home) throws SQLException, IOException {
        return texts("select relname from pg_class c join pg_namespace n on n.oid = relnamespace where relkind = 'r'"
                + " and nspname = 'orquesta_" + Files.readString(home.resolve("home-id")) + "' order by relname");
    }
}
