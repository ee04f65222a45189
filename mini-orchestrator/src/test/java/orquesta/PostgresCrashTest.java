package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.resource.ValuePlace;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** PostgreSQL, which may be out of reach besides. */
@Tag("once")
class PostgresCrashTest extends CrashesOfDatabases {
    private PostgresForTests server;

    @BeforeEach
    void open() throws SQLException {
        server = PostgresForTests.empty();
    }

    @AfterEach
    void close() throws Exception {
        server.show();
    }

    @Override
    ValuePlace here() {
        return ValuePlace.postgres(named());
    }

    @Override
    String named() {
        return PostgresForTests.VARIABLE;
    }

    @Override
    Connection connect() throws SQLException {
        return server.connect();
    }

    @Override
    List<String> tables() throws Exception {
        return server.tablesOf(home);
    }

    @Override
    String view(String pipeline, String asset) {
        return pipeline + "." + asset;
    }

    /** It says what waits; the start after it, with the server there again, goes on. */
    @Override
    void startWithoutIt() throws Exception {
        server.hide();
        try (TestHome next = TestHome.in(home)) {
            assertThat(next.orchestrator().leftovers()).hasSize(1);
            assertThat(next.orchestrator().leftovers().get(0).in(Language.EN))
                    .startsWith("run 2 published temprano, but what it wrote still waits in postgres:")
                    .contains("cannot be used: Connection to 127.0.0.1:1 refused; remove what is in the way")
                    .doesNotContain("Exception");
        }
        server.show();
    }

    @Test
    void a_value_that_is_no_longer_the_newest_does_not_come_back() throws Exception {
        publishAndDie();
        server.hide();
        try (TestHome next = TestHome.in(home)) {
            server.show();
            next.run(temprano("nuevo"));
        }
        try (TestHome next = TestHome.in(home)) {
            assertThat(next.history().undelivered())
                    .as("a newer one stands there")
                    .isEmpty();
        }

        assertThat(shown()).containsExactly("nuevo");
    }
}
