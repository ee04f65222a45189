package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.Materialization;
import orquesta.event.RunStatus;
import orquesta.resource.ValuePlace;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import tech.tablesaw.api.Table;

/** What is the same of every database that holds the values of a pipeline, and what its tests begin with. */
abstract class ValuesOfDatabases {
    @TempDir
    Path folder;

    TestHome home;

    /** Where values are. */
    abstract ValuePlace here();

    /** What another client of the database reads. */
    abstract List<String> texts(String sql) throws Exception;

    /** The view by which it reads an asset, as SQL. */
    abstract String view(String asset);

    /** The tables of attempts. */
    abstract List<String> tables() throws Exception;

    @BeforeEach
    final void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @AfterEach
    final void closeHome() {
        home.close();
    }

    /** What a pipeline knows besides its rows. */
    record Tasa(BigDecimal tasa, String texto) {}

    static AssetDefinition rows(String asset, String header, String... rows) {
        return AssetDefinition.named(asset).computedBy(in -> Relation.rows(header, rows));
    }

    static AssetDefinition query(String asset, String sql) {
        return AssetDefinition.named(asset).computedBy(in -> Relation.sql(sql));
    }

    private static Definitions tienda() {
        return Definitions.of(
                rows(
                        "ventas",
                        "dia date, monto decimal(18,2), cliente",
                        "'2026-11-29', 1990.10, 'ñandú'",
                        "null, null, null"),
                AssetDefinition.named("tasa")
                        .returns(Tasa.class)
                        .computedBy(in -> new Tasa(new BigDecimal("0.190"), "iva")),
                AssetDefinition.named("ingresos")
                        .reads("ventas")
                        .computedBy(in -> in.relation("ventas").select("sum(monto) as total, count(*) as n")),
                AssetDefinition.named("tabla")
                        .reads("ingresos", Table.class)
                        .returns(Table.class)
                        .computedBy(in -> in.get("ingresos", Table.class).selectColumns("n")),
                CheckDefinition.named("con_filas", "ingresos")
                        .computedBy(in -> CheckResult.noRows(
                                "no rows", in.relation("ingresos").where("n = 0"))));
    }

    private static Map<String, Materialization.ContentHash> hashes(TestHome home) {
        Map<String, Materialization.ContentHash> hashes = new TreeMap<>();
        for (String asset : List.of("ventas", "tasa", "ingresos", "tabla")) {
            Materialization value = home.history()
                    .published(TestHome.PIPELINE, new AssetKey(asset))
                    .orElseThrow()
                    .value();
            hashes.put(asset, value.hash());
        }
        return hashes;
    }

    static String reason(RunResult run, String step) {
        return run.step(step).reason().in(Language.EN);
    }

    @Test
    void a_pipeline_publishes_the_same_in_both_stores_and_any_client_reads_it_by_name() throws Exception {
        assertThat(home.run(tienda().values(here())).run().status()).isEqualTo(RunStatus.OK);

        try (TestHome files = TestHome.in(folder.resolve("files"))) {
            assertThat(files.run(tienda()).run().status()).isEqualTo(RunStatus.OK);
            assertThat(hashes(home)).isEqualTo(hashes(files));
            assertThat(home.lines("ventas")).isEqualTo(files.lines("ventas")).hasSize(2);
            assertThat(home.value("tasa", Tasa.class)).isEqualTo(files.value("tasa", Tasa.class));
        }
        assertThat(texts("select monto || cliente from " + view("ventas") + " where monto > 0"))
                .containsExactly("1990.10ñandú");
        assertThat(texts("select total || ' ' || n from " + view("ingresos"))).containsExactly("1990.10 2");
        assertThat(texts("select n from " + view("tabla"))).containsExactly("2");
        assertThat(texts("select value ->> 'texto' from " + view("tasa"))).containsExactly("iva");
        assertThat(tables()).hasSize(4);
    }

    @Test
    void what_a_check_blocks_is_seen_by_nobody() throws Exception {
        CheckDefinition none = CheckDefinition.named("vacio", "ventas")
                .computedBy(
                        in -> CheckResult.noRows("a two", in.relation("ventas").where("n = 2")));
        home.run(Definitions.of(rows("ventas", "n", "1"), none).values(here()));

        RunResult blocked =
                home.run(Definitions.of(rows("ventas", "n", "2"), none).values(here()));

        assertThat(blocked.run().status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(texts("select n from " + view("ventas"))).containsExactly("1");
        assertThat(home.lines("ventas")).containsExactly("1");
    }
}
