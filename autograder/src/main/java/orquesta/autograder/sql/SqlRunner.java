package orquesta.autograder.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import orquesta.autograder.child.Requests;
import orquesta.autograder.child.Wire;

/**
 * The child that runs a student's query: takes the name of a folder of data and a text of SQL, gives back the table. It holds no
 * expected value and gives no verdict.
 */
public final class SqlRunner {
    private final Path data;
    private final String memory;
    private final DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));

    private SqlRunner(Path data) {
        this.data = data;
        this.memory = Runtime.getRuntime().maxMemory() / (1 << 20) + "MB";
    }

    /**
     * Serves requests until there are none.
     *
     * @param args the folder that holds the folders of data
     */
    public static void main(String[] args) {
        try {
            new SqlRunner(Path.of(args[0])).serve();
        } catch (IOException | SQLException e) {
            System.err.println(e);
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException, SQLException {
        Requests requests = Requests.coming();
        DriverManager.getConnection("jdbc:duckdb:").close(); // what goes wrong here is ours
        Wire.send(out, SqlReply.hello());
        for (Optional<DataInputStream> frame = requests.next(); frame.isPresent(); frame = requests.next()) {
            Wire.send(out, answer(Wire.readWord(frame.get()), Wire.readWord(frame.get())));
        }
    }

    /** Each in a database of its own. */
    private byte[] answer(String folder, String sql) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            String parsed = parsed(database, sql);
            settle(database, data.resolve(folder));
            try (PreparedStatement query = database.prepareStatement(sql)) {
                return query.execute() ? SqlReply.table(parsed, query.getResultSet()) : SqlReply.refused(parsed, "");
            } catch (SQLException e) {
                return SqlReply.refused(parsed, String.valueOf(e.getMessage()));
            }
        } catch (SQLException e) {
            return SqlReply.refused("", String.valueOf(e.getMessage()));
        }
    }

    private void settle(Connection database, Path folder) throws SQLException {
        try (Statement set = database.createStatement()) {
            set.execute("set threads = 1");
            set.execute("set memory_limit = '" + memory + "'");
            set.execute("set TimeZone = 'UTC'");
            set.execute("set autoinstall_known_extensions = false");
            set.execute("set autoload_known_extensions = false");
            set.execute("set file_search_path = '" + folder.toString().replace("'", "''") + "'");
            set.execute("set lock_configuration = true");
        }
    }

    /** What DuckDB's parser makes of the text, as JSON. */
    private static String parsed(Connection database, String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select json_serialize_sql(?::varchar)")) {
            query.setString(1, sql);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
