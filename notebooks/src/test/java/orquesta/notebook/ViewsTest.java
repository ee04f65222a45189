package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.demo.CronDemo;
import orquesta.demo.CronHelp;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.selection.Selection;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ViewsTest {
    @Test
    void a_table_shows_with_caption_and_headers() {
        Table table = Table.create(
                "ventas", StringColumn.create("producto", "té & <pan>"), DoubleColumn.create("precio", 1990.5));

        assertThat(Views.html(table)).isEqualTo("""
                <table>
                <caption>ventas (rows: 1, columns: 2)</caption>
                <thead><tr><th scope="col" style="text-align:left;white-space:pre-wrap">producto</th><th scope="col" style="text-align:right">precio</th></tr></thead>
                <tbody>
                <tr><td style="text-align:left;white-space:pre-wrap">té &amp; &lt;pan&gt;</td><td style="text-align:right">1990.5</td></tr>
                </tbody>
                </table>""");
    }

    @Test
    void a_long_table_shows_twenty_rows_and_says_how_many_more() {
        Table table = Table.create("n", IntColumn.indexColumn("i", 50, 0));

        String html = Views.html(table);

        assertThat(html.split("<tr>", -1)).hasSize(1 + 1 + 20);
        assertThat(html).endsWith("<p>Rows not shown: 30.</p>");
    }

    @Test
    void a_long_name_may_be_broken_at_its_joints_and_nowhere_else() {
        Table table = Table.create("n", StringColumn.create("step", "productos#sin_conflictos & más"));

        assertThat(Views.html(table)).contains(">productos#<wbr>sin_<wbr>conflictos &amp; más</td>");
    }

    @Test
    void a_graph_shows_as_a_picture_and_as_its_arrows() {
        AssetGraph graph = new AssetGraph(List.of(
                AssetDefinition.named("agua").computedBy(inputs -> null),
                AssetDefinition.named("te").reads("agua").computedBy(inputs -> null)));

        assertThat(Views.html(graph)).startsWith("<svg").contains(">agua</text>", ">te</text>");
        assertThat(Views.text(graph)).isEqualTo("agua -> te\nte");
    }

    @Test
    void a_bad_week_shows_night_by_night_with_its_verdict() {
        assertThat(Views.text(CronDemo.play(CronDemo.SEED, CronHelp.NONE)))
                .startsWith("Cron beside the DAG")
                .contains("2026-09-02  the download brings an empty file", "cron: WRONG, it says 0 pesos")
                .endsWith("cron 5, DAG 0.");
    }

    @Test
    void a_missing_value_is_an_empty_cell() {
        Table table = Table.create("n", DoubleColumn.create("x", new Double[] {null}));

        assertThat(Views.html(table)).contains("<td style=\"text-align:right\"></td>");
    }

    @Test
    void a_run_shows_as_a_table_of_its_steps_and_a_graph(@TempDir Path home) {
        RunResult result;
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            Pipeline pipeline = Definitions.of(new Tea()).validated("tea");
            result = orchestrator.run(pipeline, RunRequest.of(Selection.parse("*")));
        }

        assertThat(Views.html(result))
                .contains("<caption>Run ", "<th scope=\"col\" style=\"text-align:left;white-space:pre-wrap\">step</th>")
                .containsPattern(">productos</td>.*>✓\u00a0ok</td><td style=\"text-align:right\">2</td>")
                .containsPattern(">ventas</td>.*failed</td>.*precio")
                .containsPattern("(?s)</table>.*<svg .*role=\"img\".*ventas: failed.*</svg>");
        assertThat(Views.text(result)).contains("productos  ✓ ok  2", "ventas  ✗ failed");
    }

    @Test
    void the_steps_of_a_run_stand_in_the_order_of_the_data_each_asset_before_its_checks(@TempDir Path home) {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            RunResult result = orchestrator.run(Definitions.of(new Backwards()).validated("backwards"));

            assertThat(Views.text(result).lines().skip(1).map(line -> line.split(" ", 2)[0]))
                    .containsExactly("zeta", "zeta#hay", "alfa");
            assertThat(Views.text(result)).containsPattern("zeta +✓ ok  1,200  ");
        }
    }

    @Test
    void each_piece_of_a_run_has_its_name_and_the_graph_shows_that_one_failed(@TempDir Path home) {
        Pipeline days = Definitions.of(new Days())
                .partitions("dia", Partitions.daily("2026-03-02", "America/Santiago"))
                .validated("days");
        Instant now = Instant.now();
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            RunRequest all = RunRequest.of(Selection.parse("*"));
            RunResult result =
                    orchestrator.run(days, all.in(PartitionChoice.backfill("2026-03-02", "2026-03-04", now)));

            assertThat(Views.text(result).lines().skip(1).map(line -> line.split("  ", 3)[0]))
                    .containsExactly("ventas@2026-03-02", "ventas@2026-03-03", "ventas@2026-03-04");
            assertThat(Views.html(result)).containsPattern("(?s)<svg .*ventas: failed.*</svg>");
        }
    }

    /** The second day has no sales. */
    public static final class Days {
        @Asset(partitions = "dia")
        public String ventas(Partition dia) {
            if (dia.key().equals("2026-03-03")) {
                throw new IllegalStateException("nothing");
            }
            return dia.key();
        }
    }

    /** Assets whose names are in the opposite order. */
    public static final class Backwards {
        @Asset
        public Relation zeta() {
            return Relation.with("r", Relation.rows("x", "1")).sql("select range as x from range(1200)");
        }

        @Asset
        public Relation alfa(Relation zeta) {
            return zeta;
        }

        @Check
        public CheckResult hay(Relation zeta) {
            return CheckResult.noRows("none", zeta.where("x < 0"));
        }
    }

    /** A pipeline of two assets, the second of which fails. */
    public static final class Tea {
        @Asset
        public Relation productos() {
            return Relation.rows("producto", "'té'", "'pan'");
        }

        @Asset
        public Relation ventas(Relation productos) {
            return productos.where("precio > 0");
        }
    }
}
