package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
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
                <thead><tr><th scope="col" style="text-align:left">producto</th><th scope="col" style="text-align:right">precio</th></tr></thead>
                <tbody>
                <tr><td style="text-align:left">té &amp; &lt;pan&gt;</td><td style="text-align:right">1990.5</td></tr>
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
                .contains("<caption>Run ", "<th scope=\"col\" style=\"text-align:left\">step</th>")
                .containsPattern(">productos</td>.*ok</td><td style=\"text-align:right\">2</td>")
                .containsPattern(">ventas</td>.*failed</td>.*precio")
                .containsPattern("(?s)</table>.*<svg .*role=\"img\".*ventas: failed.*</svg>");
        assertThat(Views.text(result)).contains("productos  ✓ ok  2", "ventas  ✗ failed");
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
