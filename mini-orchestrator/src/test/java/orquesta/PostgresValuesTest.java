package orquesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.resource.ValuePlace;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import orquesta.text.UserException;

/** Pipelines whose values are in PostgreSQL: what they publish, what is refused, and a server that is gone. */
@Tag("once")
class PostgresValuesTest extends ValuesOfDatabases {
    private static final ValuePlace HERE = ValuePlace.postgres(PostgresForTests.VARIABLE);

    private PostgresForTests server;

    @BeforeEach
    void open() throws Exception {
        server = PostgresForTests.empty();
    }

    @AfterEach
    void show() throws IOException {
        server.show();
    }

    @Override
    ValuePlace here() {
        return HERE;
    }

    @Override
    List<String> texts(String sql) throws Exception {
        return server.texts(sql);
    }

    @Override
    String view(String asset) {
        return "test." + asset;
    }

    @Override
    List<String> tables() throws Exception {
        return server.tablesOf(home.folder());
    }

    @Test
    void one_asset_may_be_kept_elsewhere_than_the_others() throws Exception {
        Definitions definitions = Definitions.of(rows("a", "n", "1"), rows("b", "n", "2"), Given.asset("c", "a", "b"));

        assertThat(home.run(definitions.values(HERE).values("b", ValuePlace.files()))
                        .run()
                        .status())
                .isEqualTo(RunStatus.OK);

        assertThat(server.texts(
                        "select table_name from information_schema.views where table_schema = 'test' order by 1"))
                .containsExactly("a", "c");
        assertThat(home.lines("b")).containsExactly("2");
        assertThat(home.lines("c")).containsExactly("1");
    }

    @Test
    void a_place_for_an_asset_that_is_not_there_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> Definitions.of(rows("ventas", "n", "1"))
                        .values("venta", HERE)
                        .validated())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("values(\"venta\", ...) names no asset; did you mean \"ventas\"?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        select [1] as x                              | "x" of type INTEGER[]
        select {'a': 1} as "y z"                     | "y z" of type STRUCT(a INTEGER)
        select map {'a': 1} as m                     | "m" of type MAP(VARCHAR, INTEGER)
        select interval 1 day as i                   | "i" of type INTERVAL
        select timestamp_ns '2026-01-01' as t        | "t" of type TIMESTAMP_NS
        select concat('a', chr(0)) as nul             | "nul" holds a text with the letter
        select 1 as ñ23456789012345678901234567890123456789012345678901234567890123 | to 63 bytes
        """)
    void what_it_would_not_give_back_is_refused_by_the_name_of_the_column(String sql, String said) throws Exception {
        RunResult run = home.run(Definitions.of(query("a", sql)).values(HERE));

        assertThat(run.step("a").state().text()).isEqualTo("failed");
        assertThat(reason(run, "a")).contains(said).doesNotContain("Exception");
        assertThat(run.step("a").reason().in(Language.ES))
                .contains("la columna")
                .isNotEqualTo(reason(run, "a"));
        assertThat(server.texts("select 1 from pg_class where relname like '1\\_1\\_a%'"))
                .isEmpty();
    }

    @Test
    void a_value_that_only_postgresql_refuses_is_told_in_its_words() {
        RunResult run = home.run(Definitions.of(query("a", "select date '5877641-06-23 (BC)' as lejos"))
                .values(HERE));

        assertThat(reason(run, "a"))
                .contains("refused: ERROR: date out of range")
                .contains("column lejos");
    }

    @Test
    void rows_that_the_database_changes_are_noticed_and_removed() throws Exception {
        server.execute(
                "create or replace function public.other() returns trigger language plpgsql as"
                        + " $$ begin new.n := 7; return new; end $$",
                "create or replace function public.spoil() returns event_trigger language plpgsql as $$ declare t record;"
                        + " begin for t in select * from pg_event_trigger_ddl_commands() where object_type = 'table' loop"
                        + " execute 'create trigger spoil before insert on ' || t.object_identity ||"
                        + " ' for each row execute function public.other()'; end loop; end $$",
                "create event trigger spoil on ddl_command_end when tag in ('CREATE TABLE') execute function public.spoil()");
        try {
            RunResult run = home.run(Definitions.of(rows("a", "n integer", "1")).values(HERE));

            assertThat(reason(run, "a")).startsWith("PostgreSQL gave back other rows from orquesta_");
            assertThat(server.tablesOf(home.folder())).isEmpty();
        } finally {
            server.execute("drop event trigger spoil");
        }
    }

    @Test
    void what_somebody_else_made_is_never_replaced() throws Exception {
        server.execute("create schema test", "create table test.ventas as select 'mine' as n");
        Definitions definitions = Definitions.of(rows("ventas", "n", "1"), Given.asset("b", "ventas"))
                .values(HERE);

        RunResult run = home.run(definitions);

        assertThat(reason(run, "ventas")).startsWith("there is already something called test.ventas in the database");
        assertThat(run.step("b").state().text()).isEqualTo("upstream_failed");
        assertThat(server.texts("select n from test.ventas")).containsExactly("mine");
        assertThat(home.history().published(TestHome.PIPELINE, new AssetKey("ventas")))
                .isEmpty();
    }

    @Test
    void two_homes_that_publish_the_same_name_do_not_replace_each_other() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(HERE));
        try (TestHome other = TestHome.in(folder.resolve("other"))) {
            RunResult run = other.run(Definitions.of(rows("ventas", "n", "2")).values(HERE));

            assertThat(reason(run, "ventas")).contains("this home did not publish");
        }
        assertThat(server.texts("select n from test.ventas")).containsExactly("1");
    }

    @Test
    void other_columns_take_the_place_of_the_view_unless_something_is_built_on_it() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(HERE));
        home.run(Definitions.of(rows("ventas", "m integer, n", "3, 'x'")).values(HERE));
        assertThat(server.texts("select m from test.ventas")).containsExactly("3");

        server.execute("create view public.built as select m from test.ventas");
        home.run(Definitions.of(rows("ventas", "m integer, n", "4, 'y'")).values(HERE)); // the same columns
        assertThat(server.texts("select m from public.built")).containsExactly("4");

        RunResult run = home.run(Definitions.of(rows("ventas", "k", "1")).values(HERE));
        server.execute("drop view public.built");

        assertThat(reason(run, "ventas")).contains("built is built on its view test.ventas");
        assertThat(home.lines("ventas")).containsExactly("4,y");
    }

    @Test
    void a_server_that_is_gone_is_one_sentence_and_the_run_goes_on_once_it_is_back() throws Exception {
        Pipeline pipeline = Definitions.of(
                        rows("a", "n", "1"),
                        AssetDefinition.named("b").reads("a").computedBy(in -> {
                            hide(); // in the middle of the run
                            return in.relation("a");
                        }))
                .values("a", ValuePlace.files())
                .values("b", HERE)
                .validated("test");
        RunResult run = home.orchestrator().run(pipeline, RunRequest.of(orquesta.selection.Selection.all()));

        assertThat(run.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(reason(run, "b"))
                .startsWith("PostgreSQL at 127.0.0.1:1/postgres, the address in the environment variable "
                        + "ORQUESTA_TEST_DATABASE, cannot be used: Connection to 127.0.0.1:1 refused")
                .endsWith("./kit rerun RUN --from-failure.");

        server.show();
        Pipeline mended = Definitions.of(rows("a", "n", "1"), Given.asset("b", "a"))
                .values("a", ValuePlace.files())
                .values("b", HERE)
                .validated("test");
        RunRequest again = home.orchestrator().again(mended, run.run().id().number(), true, Clock.systemUTC());
        RunResult second = home.orchestrator().run(mended, again);

        assertThat(second.step("a").state().text()).isEqualTo("reused");
        assertThat(second.step("b").state().text()).isEqualTo("ok");
        assertThat(server.texts("select n from test.b")).containsExactly("1");
    }

    private void hide() {
        try {
            server.hide();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_statement_that_waits_in_the_server_is_cancelled_when_the_time_of_the_step_is_up() throws Exception {
        AssetDefinition slow =
                AssetDefinition.named("a").timeout(Duration.ofMillis(300)).computedBy(in -> Relation.rows("n", "1"));
        RunResult run;
        try (Connection visitor = server.connect();
                Statement statement = visitor.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('orquesta'))"); // whoever makes a schema waits for it
            run = home.run(Definitions.of(slow).values(HERE));
        }

        assertThat(run.step("a").state().text()).isEqualTo("timed_out");
        assertThat(home.history().events(run.run().id()))
                .as("it heard, so nobody had to leave it alone")
                .noneMatch(event -> event.fact() instanceof Fact.Abandoned);
        assertThat(
                        server.texts(
                                "select query from pg_stat_activity where application_name = 'orquesta' and wait_event_type = 'Lock'"))
                .isEmpty();
        assertThat(home.run(Definitions.of(rows("a", "n", "1")).values(HERE))
                        .run()
                        .status())
                .isEqualTo(RunStatus.OK);
    }

    @Test
    void no_password_is_kept_or_said_anywhere() throws Exception {
        RunResult run =
                home.run(Definitions.of(rows("a", "n", "1")).values(ValuePlace.postgres(PostgresForTests.NOWHERE)));

        assertThat(reason(run, "a"))
                .contains("127.0.0.1:1/ventas", PostgresForTests.NOWHERE)
                .doesNotContain(PostgresForTests.PASSWORD);
        home.close();
        home = TestHome.in(home.folder());
        try (Stream<Path> all = Files.walk(home.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain(PostgresForTests.PASSWORD);
            }
        }
    }

    @Test
    void without_an_address_the_variable_is_named() {
        RunResult unset = home.run(Definitions.of(rows("a", "n", "1")).values(ValuePlace.postgres("NO_SUCH_DATABASE")));
        RunResult other = home.run(Definitions.of(rows("a", "n", "1")).values(ValuePlace.postgres("PATH")));

        assertThat(reason(unset, "a")).contains("the environment variable NO_SUCH_DATABASE is not set");
        assertThat(reason(other, "a"))
                .contains("PATH holds no address of PostgreSQL")
                .contains("export PATH=postgresql://user:password@host:5432/database")
                .doesNotContain(System.getenv("PATH"));
    }

    @Test
    void a_table_that_was_dropped_is_gone_and_the_asset_can_be_computed_again() throws Exception {
        Definitions definitions =
                Definitions.of(rows("a", "n", "1"), Given.asset("b", "a")).values(HERE);
        home.run(definitions);
        String schema = "orquesta_" + Files.readString(home.folder().resolve("home-id"));
        server.execute("drop schema test cascade", "drop schema " + schema + " cascade");

        assertThat(reason(home.run(definitions, "b"), "b")).contains("is no longer there; compute the asset again");
        assertThat(home.run(definitions).run().status()).isEqualTo(RunStatus.OK);
    }
}
