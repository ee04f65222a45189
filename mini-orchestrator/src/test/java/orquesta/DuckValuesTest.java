package orquesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.RunStatus;
import orquesta.partition.PartitionChoice;
import orquesta.partition.PartitionMapping;
import orquesta.partition.Partitions;
import orquesta.resource.Profile;
import orquesta.resource.ValuePlace;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import orquesta.text.UserException;
import pruebas.Muchas;

/** Pipelines whose values are in one file of DuckDB: what they publish, what is refused, and a file that somebody has open. */
@Tag("once")
class DuckValuesTest extends ValuesOfDatabases {
    private static final ValuePlace HERE = ValuePlace.duckdb("valores.duckdb");

    private DuckFileForTests file;

    @BeforeEach
    void open() {
        file = new DuckFileForTests(home.folder().resolve("valores.duckdb"));
    }

    @Override
    ValuePlace here() {
        return HERE;
    }

    @Override
    List<String> texts(String sql) throws Exception {
        return file.texts(sql);
    }

    @Override
    String view(String asset) {
        return asset;
    }

    @Override
    List<String> tables() throws Exception {
        return file.tables();
    }

    @Test
    void no_log_of_the_database_lies_beside_the_file_after_a_run() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(HERE));

        assertThat(file.file()).exists();
        assertThat(home.folder().resolve("valores.duckdb.wal")).doesNotExist();
    }

    /** DuckDB finds no schema that is called as the file is: so views stand in none. */
    @Test
    void a_file_may_be_called_as_the_pipeline_and_as_the_asset() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(ValuePlace.duckdb("test.duckdb")));
        home.run(Definitions.of(rows("ventas", "n", "2")).values(ValuePlace.duckdb("ventas.duckdb")));

        assertThat(new DuckFileForTests(home.folder().resolve("test.duckdb")).texts("select n from ventas"))
                .containsExactly("1");
        assertThat(new DuckFileForTests(home.folder().resolve("ventas.duckdb")).texts("select n from ventas"))
                .containsExactly("2");
    }

    @Test
    void types_that_other_databases_do_not_know_are_kept_and_one_that_would_change_is_refused() throws Exception {
        String nested = "select [1, null] as l, {'a': 1, 'b': 'x'} as s, map {'k': 1.5} as m,"
                + " interval 3 day as i, timestamp_ns '2026-01-01 00:00:00.000000001' as ns";
        home.run(Definitions.of(query("a", nested)).values(HERE));
        RunResult refused =
                home.run(Definitions.of(query("b", "select '10'::bit as bits")).values(HERE));

        assertThat(home.lines("a"))
                .containsExactly("[1, null],{a=1, b=x},{k=1.5},3 days,2026-01-01T00:00:00.000000001");
        assertThat(file.texts("select typeof(l) || typeof(s) || typeof(m) || typeof(i) || typeof(ns) from a"))
                .containsExactly("INTEGER[]STRUCT(a INTEGER, b VARCHAR)MAP(VARCHAR, DECIMAL(2,1))INTERVALTIMESTAMP_NS");
        assertThat(reason(refused, "b")).contains("\"bits\"").contains("BIT");
    }

    @Test
    void one_asset_or_one_profile_may_be_kept_elsewhere_than_the_others() throws Exception {
        Definitions definitions = Definitions.of(rows("a", "n", "1"), rows("b", "n", "2"), Given.asset("c", "a", "b"))
                .values("b", ValuePlace.files())
                .values(HERE)
                .profile("otro", Profile.of().values("b", ValuePlace.duckdb("otro.duckdb")));
        assertThat(home.run(definitions).run().status()).isEqualTo(RunStatus.OK);

        Pipeline other = home.pipeline(definitions).in("otro");
        home.orchestrator().run(other, RunRequest.of(Selection.all()));

        assertThat(file.texts("select view_name from duckdb_views() where not internal order by 1"))
                .containsExactly("a", "c");
        assertThat(new DuckFileForTests(home.folder().resolve("otro.duckdb"))
                        .texts("select view_name from duckdb_views() where not internal"))
                .containsExactly("b");
        assertThat(home.lines("b")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "valores/", "s3://cubo/valores.duckdb", "md:valores", ":memory:"})
    void a_place_that_is_no_file_is_refused_with_the_definitions(String path) {
        Definitions definitions = Definitions.of(rows("a", "n", "1"));

        assertThatThrownBy(() -> definitions.values(ValuePlace.duckdb(path)).validated())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("values(ValuePlace.duckdb(\"" + path + "\")) names no file; name one");
        assertThatThrownBy(() -> Definitions.of(rows("a", "n", "1"))
                        .profile("p", Profile.of().values("a", ValuePlace.duckdb(path)))
                        .validated())
                .hasMessageContaining("names no file");
    }

    @Test
    void a_folder_that_is_missing_is_told_and_the_run_goes_on_once_it_is_made() throws Exception {
        Pipeline pipeline = home.pipeline(Definitions.of(rows("a", "n", "1"), Given.asset("b", "a"))
                .values("a", ValuePlace.files())
                .values(ValuePlace.duckdb("datos/valores.duckdb")));
        RunResult run = home.orchestrator().run(pipeline, RunRequest.of(Selection.all()));

        Path datos = home.folder().resolve("datos");
        assertThat(reason(run, "b"))
                .isEqualTo("the folder of the DuckDB file " + datos.resolve("valores.duckdb")
                        + " is not there; make it: mkdir -p \"" + datos + "\"");
        assertThat(run.step("b").reason().in(Language.ES)).startsWith("no existe la carpeta del archivo de DuckDB");

        Files.createDirectories(datos);
        RunRequest again = home.orchestrator().again(pipeline, run.run().id().number(), true, Clock.systemUTC());
        RunResult second = home.orchestrator().run(pipeline, again);

        assertThat(second.step("a").state().text()).isEqualTo("reused");
        assertThat(new DuckFileForTests(datos.resolve("valores.duckdb")).texts("select count(*) from b"))
                .containsExactly("1");
    }

    @Test
    void a_step_that_waits_for_somebody_else_hears_that_its_time_is_up_and_runs_again() throws Exception {
        home.run(Definitions.of(rows("a", "n", "1")).values(HERE));
        AssetDefinition patient =
                AssetDefinition.named("a").timeout(Duration.ofMillis(300)).computedBy(in -> Relation.rows("n", "2"));
        RunResult run;
        try (Child visitor =
                Child.start("pruebas.Abre", home.folder(), file.file().toString())) {
            visitor.until("open");
            run = home.run(Definitions.of(patient).values(HERE));
        }

        assertThat(run.step("a").state().text()).isEqualTo("timed_out");
        assertThat(home.run(Definitions.of(rows("a", "n", "3")).values(HERE))
                        .run()
                        .status())
                .isEqualTo(RunStatus.OK);
        assertThat(file.texts("select n from a")).containsExactly("3");
    }

    @Test
    void what_another_program_closes_in_time_is_waited_for() throws Exception {
        home.run(Definitions.of(rows("a", "n", "1")).values(HERE));
        try (Child visitor =
                Child.start("pruebas.Abre", home.folder(), file.file().toString())) {
            visitor.until("open");
            AssetDefinition opened = AssetDefinition.named("a").computedBy(in -> {
                visitor.go(); // from now on it closes the file
                return Relation.rows("n", "2");
            });
            assertThat(home.run(Definitions.of(opened).values(HERE)).run().status())
                    .isEqualTo(RunStatus.OK);
        }
        assertThat(file.texts("select n from a")).containsExactly("2");
    }

    @Test
    void what_somebody_else_made_is_never_replaced() throws Exception {
        file.execute("create table \"Ventas\" as select 'mine' as n");

        RunResult run = home.run(Definitions.of(rows("ventas", "n", "1"), Given.asset("b", "ventas"))
                .values(HERE));

        assertThat(reason(run, "ventas"))
                .startsWith("there is already something called \"ventas\" in the DuckDB file " + file.file());
        assertThat(run.step("b").state().text()).isEqualTo("upstream_failed");
        assertThat(file.texts("select n from ventas")).containsExactly("mine");
        assertThat(home.history().published(TestHome.PIPELINE, new AssetKey("ventas")))
                .isEmpty();
    }

    @Test
    void two_homes_and_two_pipelines_that_publish_the_same_name_do_not_replace_each_other() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(HERE));
        ValuePlace same = ValuePlace.duckdb(file.file().toString());
        try (TestHome other = TestHome.in(folder.resolve("other"))) {
            RunResult run = other.run(Definitions.of(rows("ventas", "n", "2")).values(same));
            assertThat(reason(run, "ventas")).contains("this pipeline of this home did not publish");
        }
        Pipeline bodega = Definitions.of(rows("ventas", "n", "3"), rows("bodega", "n", "4"))
                .values(same)
                .validated("bodega");
        RunResult run = home.orchestrator().run(bodega, RunRequest.of(Selection.all()));

        assertThat(reason(run, "ventas")).contains("this pipeline of this home did not publish");
        assertThat(file.texts("select n from ventas")).containsExactly("1");
        assertThat(file.texts("select n from bodega")).containsExactly("4");
    }

    @Test
    void other_columns_take_the_place_of_the_view_with_what_is_built_on_it() throws Exception {
        home.run(Definitions.of(rows("ventas", "n", "1")).values(HERE));
        file.execute("create view encima as select n from ventas");
        home.run(Definitions.of(rows("ventas", "m integer, n", "3, 'x'")).values(HERE));

        assertThat(file.texts("select m from ventas")).containsExactly("3");
        assertThat(file.texts("select n from encima")).containsExactly("x");
    }

    @Test
    void a_table_or_file_that_was_removed_is_gone_and_the_asset_can_be_computed_again() throws Exception {
        Definitions definitions =
                Definitions.of(rows("a", "n", "1"), Given.asset("b", "a")).values(HERE);
        home.run(definitions);
        String schema = "orquesta_" + Files.readString(home.folder().resolve("home-id"));
        file.execute("drop schema " + schema + " cascade");

        assertThat(reason(home.run(definitions, "b"), "b")).contains("is no longer there; compute the asset again");
        assertThat(home.run(definitions).run().status()).isEqualTo(RunStatus.OK);

        Files.delete(file.file());
        assertThat(reason(home.run(definitions, "b"), "b"))
                .contains("valores.duckdb is no longer there", "may lie on that machine's disk");
        assertThat(home.run(definitions).run().status()).isEqualTo(RunStatus.OK);
        assertThat(file.texts("select n from b")).hasSize(1);
    }

    @Test
    void each_partition_is_a_view_of_its_own_and_all_are_read_as_one() throws Exception {
        Definitions definitions = Definitions.of(
                        AssetDefinition.named("caja")
                                .partitions("tienda")
                                .computedBy(in -> Relation.rows("n integer", "1")),
                        AssetDefinition.named("total")
                                .reads("caja", new PartitionMapping.All())
                                .computedBy(in -> in.relation("caja").select("sum(n) as n")))
                .partitions("tienda", Partitions.of("norte", "sur"))
                .values(HERE);
        for (String tienda : List.of("norte", "sur")) {
            RunRequest one = RunRequest.of(Selection.parse("caja"));
            home.run(definitions, one.in(PartitionChoice.of(tienda, Instant.now())));
        }
        RunResult total = home.run(definitions, "total");

        assertThat(total.run().status()).isEqualTo(RunStatus.OK);
        assertThat(file.texts("select view_name from duckdb_views() where not internal order by 1"))
                .containsExactly("caja@norte", "caja@sur", "total");
        assertThat(file.texts("select n from \"caja@sur\"")).containsExactly("1");
        assertThat(file.texts("select n from total")).containsExactly("2");
    }

    /** Each run of each process writes, promises and shows three values. */
    @Test
    @Timeout(300)
    void processes_share_the_file_and_no_step_of_any_fails() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path out = home.folder().resolve("out-" + i);
            processes.add(Child.program(Muchas.class, out, home.folder(), 3, "valores.duckdb"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        for (int i = 0; i < 2; i++) {
            assertThat(Files.readAllLines(home.folder().resolve("out-" + i)))
                    .filteredOn(line -> !line.startsWith("run "))
                    .hasSize(3)
                    .allMatch(line -> line.endsWith(" ok"));
        }
        assertThat(file.tables()).hasSize(18);
        assertThat(file.texts("select n from a")).hasSize(1);
    }
}
