package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import orquesta.notebook.StepGraph.Step;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ViewsTest {
    @Test
    void a_table_shows_with_caption_and_headers() {
        Table table = Table.create(
                "ventas", StringColumn.create("producto", "té & <pan>"), DoubleColumn.create("precio", 1990.5));

        assertThat(Views.of(table).html()).isEqualTo("""
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

        String html = Views.of(table).html();

        assertThat(html.split("<tr>", -1)).hasSize(1 + 1 + 20);
        assertThat(html).endsWith("<p>Rows not shown: 30.</p>");
    }

    @Test
    void a_missing_value_is_an_empty_cell() {
        Table table = Table.create("n", DoubleColumn.create("x", new Double[] {null}));

        assertThat(Views.of(table).html()).contains("<td style=\"text-align:right\"></td>");
    }

    @Test
    void steps_stand_to_the_right_of_what_they_read() {
        String svg = new StepGraph(
                        "run 7",
                        List.of(
                                new Step("ventas", "ok", List.of("elsewhere")),
                                new Step("productos", "failed", List.of()),
                                new Step("ingresos", "upstream_failed", List.of("ventas", "productos"))))
                .svg();

        assertThat(svg).contains("role=\"img\" aria-label=\"run 7\"", ">ventas<", ">failed<", ">upstream_failed<");
        assertThat(svg.split("<path", -1)).hasSize(1 + 2);
        assertThat(x(svg, 0)).isEqualTo(x(svg, 1)).isLessThan(x(svg, 2));
        assertThat(y(svg, 0)).isLessThan(y(svg, 1));
    }

    @Test
    void a_graph_without_steps_is_an_empty_picture() {
        assertThat(new StepGraph("<nothing>", List.of()).svg()).contains("aria-label=\"&lt;nothing&gt;\"");
    }

    private static int x(String svg, int box) {
        return number(svg.split("<rect x=\"", -1)[box + 1]);
    }

    private static int y(String svg, int box) {
        return number(svg.split("<rect x=\"\\d+\" y=\"", -1)[box + 1]);
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf('"')));
    }
}
