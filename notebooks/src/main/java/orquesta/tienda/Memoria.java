package orquesta.tienda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What a home remembers of its runs, without the values. */
public final class Memoria {
    private static final String FILE = "orquesta.db";

    private Memoria() {}

    /** Gives a home the memory of another, in place of its own; both are closed. A home that is told to copy itself stays as it is. */
    public static void copiar(Path de, Path a) throws IOException, SQLException {
        if (Files.isSameFile(de, a)) {
            return;
        }
        Path copy = a.resolve(FILE);
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(a.resolve(FILE + ending));
        }
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite:" + de.resolve(FILE));
                Statement sql = memory.createStatement()) {
            sql.execute("vacuum into '" + copy.toString().replace("'", "''") + "'");
        }
    }
}
