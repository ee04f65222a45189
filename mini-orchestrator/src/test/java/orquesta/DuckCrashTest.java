package orquesta;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import orquesta.resource.ValuePlace;

/** A file of DuckDB, judged by another DuckDB. */
@Tag("once")
class DuckCrashTest extends CrashesOfDatabases {
    private DuckFileForTests file;

    @BeforeEach
    void name() {
        file = new DuckFileForTests(home.resolve(named()));
    }

    @Override
    ValuePlace here() {
        return ValuePlace.duckdb(named());
    }

    @Override
    String named() {
        return "valores.duckdb";
    }

    @Override
    Connection connect() throws SQLException {
        return file.connect();
    }

    @Override
    List<String> tables() throws SQLException {
        return file.tables();
    }

    @Override
    String view(String pipeline, String asset) {
        return asset;
    }
}
