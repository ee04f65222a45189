package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.resource.ValuePlace;
import orquesta.retention.Cleaning;
import orquesta.retention.Retention;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** Values in a database of PostgreSQL are kept and cleaned by the same rule. */
@Tag("once")
class PostgresCleaningTest {
    private static final Retention NOTHING_MORE = new Retention(0, 0);

    @TempDir
    Path folder;

    private PostgresForTests server;
    private TestHome home;

    @BeforeEach
    void open() throws SQLException {
        server = PostgresForTests.empty();
        home = TestHome.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        home.close();
        server.show();
    }

    private void runs(int times) {
        for (int i = 0; i < times; i++) {
            home.run(Definitions.of(numbered("a"), numbered("b"))
                    .values(ValuePlace.postgres(PostgresForTests.VARIABLE)));
        }
    }

    private static AssetDefinition numbered(String key) {
        return AssetDefinition.named(key)
                .wantsRun()
                .computedBy(in -> Relation.rows("n", String.valueOf(in.run().number())));
    }

    private List<String> tables() throws Exception {
        return server.tablesOf(folder).stream()
                .map(name -> name.replaceFirst("_[0-9a-f]{8}$", ""))
                .sorted()
                .toList();
    }

    @Test
    void a_run_drops_tables_that_are_more_than_ten_runs_old_and_readers_see_the_newest() throws Exception {
        runs(11);

        assertThat(tables()).hasSize(20).contains("2_1_a", "11_1_b").doesNotContain("1_1_a", "1_1_b");
        assertThat(server.texts("select n from test.a")).containsExactly("11");
        assertThat(home.lines("b")).containsExactly("11");
    }

    @Test
    void a_server_that_does_not_answer_is_told_once_and_the_tables_go_when_it_does() throws Exception {
        runs(3);
        server.hide();
        Cleaning.Report away = home.orchestrator().cleaning().clean(NOTHING_MORE);

        assertThat(away.going()).hasSize(4);
        assertThat(away.removed()).isZero();
        assertThat(away.problems()).hasSize(1);
        assertThat(away.problems().get(0).in(Language.EN)).contains("127.0.0.1:1");

        server.show();
        Cleaning.Report back = home.orchestrator().cleaning().clean(NOTHING_MORE);

        assertThat(back.going()).isEmpty();
        assertThat(back.removed()).isEqualTo(4);
        assertThat(tables()).containsExactly("3_1_a", "3_1_b");
    }

    @Test
    void a_table_that_somebody_built_on_stays_and_is_told() throws Exception {
        runs(1);
        String table = server.tablesOf(folder).stream()
                .filter(name -> name.contains("_a_"))
                .findFirst()
                .orElseThrow();
        String schema = "orquesta_" + java.nio.file.Files.readString(folder.resolve("home-id"));
        server.execute("create view public.mine as select * from " + schema + ".\"" + table + "\"");
        runs(1);

        Cleaning.Report report = home.orchestrator().cleaning().clean(NOTHING_MORE);

        assertThat(report.removed()).isLessThan(2);
        assertThat(report.problems()).hasSize(1);
        assertThat(server.texts("select n from public.mine")).containsExactly("1");
        server.execute("drop view public.mine");
        assertThat(home.orchestrator().cleaning().clean(NOTHING_MORE).removed()).isPositive();
        assertThat(tables()).containsExactly("2_1_a", "2_1_b");
    }
}
