package pruebas;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody who looks at a file of DuckDB with another program: opens the second argument until a line is typed. */
public final class Abre {
    private Abre() {}

    public static void main(String[] args) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[1]);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            System.out.println("open");
            System.in.read();
        }
        System.out.println("closed");
        System.in.read();
    }
}
