package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.PostgresForTests;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.resource.ValuePlace;
import orquesta.testkit.TestHome;

/** Commands that look at a home whose values are in PostgreSQL. */
@Tag("once")
class PostgresShownTest {
    @TempDir
    Path home;

    @Test
    void show_why_and_runs_need_neither_the_definitions_nor_the_server() throws Exception {
        PostgresForTests server = PostgresForTests.empty();
        try (TestHome before = TestHome.in(home)) {
            AssetDefinition ventas =
                    AssetDefinition.named("ventas").computedBy(in -> Relation.rows("n integer, t", "1, 'uno'"));
            CheckDefinition dos = CheckDefinition.named("dos", "ventas")
                    .warning()
                    .computedBy(in -> CheckResult.noRows(
                            "only twos", in.relation("ventas").where("n <> 2")));
            before.run(Definitions.of(ventas, dos).values(ValuePlace.postgres(PostgresForTests.VARIABLE)));
        }
        server.hide();
        try {
            Console show = kit("show", "ventas", "--home", home);
            Console json = kit("show", "ventas", "--json", "--home", home);
            Console why = kit("why", "ventas", "--home", home);

            assertThat(show.exit()).isZero();
            assertThat(show.out()).contains("rows: 1", "postgres:ORQUESTA_TEST_DATABASE/test/ventas", "INTEGER", "uno");
            assertThat(json.out()).contains("\"location\"", "postgres:ORQUESTA_TEST_DATABASE/orquesta_");
            assertThat(why.out()).contains("dos", "published, with a warning");
            assertThat(kit("runs", "--home", home).out()).contains("warned");
        } finally {
            server.show();
        }
    }
}
