package orquesta.selection;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.Given;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;

/** The one grammar, by the table of its cases: what each text picks. */
@Tag("once")
class SelectionTest {
    /** leidas → ventas, rechazadas; ventas + productos → ingresos → reporte ← rechazadas; and resumen alone. */
    static final AssetGraph SALES = sales();

    private static AssetGraph sales() {
        List<AssetDefinition> assets = new ArrayList<>(Given.assets(
                "leidas", "productos", "ventas < leidas", "rechazadas < leidas", "ingresos < ventas productos"));
        assets.add(AssetDefinition.named("reporte")
                .reads("ingresos", "rechazadas")
                .group("informes")
                .kind("report")
                .owner("ana@uni.cl")
                .tag("nivel", "oro")
                .computedBy(inputs -> Relation.rows("n")));
        assets.add(AssetDefinition.named("resumen")
                .group("mis informes")
                .owner("ana@uni.cl")
                .tag("nivel", "plata")
                .tag("año", "2025")
                .computedBy(inputs -> Relation.rows("n")));
        return new AssetGraph(assets);
    }

    private static String picked(Selection selection) {
        return names(Selection.resolve(selection, SALES));
    }

    private static String names(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::name).collect(joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // one asset
                "ventas               | ventas",
                "key:ventas           | ventas",
                "\"ventas\"           | ventas",
                "key:\"ventas\"       | ventas",
                "  ventas             | ventas",
                // * is any depth
                "*ingresos            | ingresos leidas productos ventas",
                "* ingresos           | ingresos leidas productos ventas",
                "ventas*              | ingresos reporte ventas",
                "*ventas*             | ingresos leidas reporte ventas",
                "*key:\"ingresos\"    | ingresos leidas productos ventas",
                "key:\"ventas\"*      | ingresos reporte ventas",
                "*                    | ingresos leidas productos rechazadas reporte resumen ventas",
                // each + is one level, a number says how many
                "+ingresos            | ingresos productos ventas",
                "++ingresos           | ingresos leidas productos ventas",
                "2+ingresos           | ingresos leidas productos ventas",
                "1+ingresos           | ingresos productos ventas",
                "0+ingresos           | ingresos",
                "leidas+              | leidas rechazadas ventas",
                "leidas++             | ingresos leidas rechazadas reporte ventas",
                "leidas+1             | leidas rechazadas ventas",
                "ventas+3             | ingresos reporte ventas",
                "ventas+1             | ingresos ventas",
                "+ventas+             | ingresos leidas ventas",
                "*ventas+1            | ingresos leidas ventas",
                "key:\"ventas\"+2     | ingresos reporte ventas",
                "2+key:\"ingresos\"   | ingresos leidas productos ventas",
                // fields
                "group:informes       | reporte",
                "group:\"mis informes\" | resumen",
                "kind:report          | reporte",
                "owner:ana@uni.cl     | reporte resumen",
                "tag:nivel=oro        | reporte",
                "tag:\"nivel=oro\"    | reporte",
                "tag:\"año\"=2025     | resumen",
                "+group:informes      | ingresos rechazadas reporte",
                "*kind:report and leidas* | ingresos leidas rechazadas reporte ventas",
                // words: not before and before or
                "ventas or productos  | productos ventas",
                "VENTAS_X or ventas OR productos | error",
                "*ingresos and *rechazadas | leidas",
                "ventas* and *reporte | ingresos reporte ventas",
                "not ventas and *ingresos | ingresos leidas productos",
                "not (ventas or productos) and *ingresos | ingresos leidas",
                "resumen or ventas and productos | resumen",
                "(resumen or ventas) and ventas* | ventas",
                "* and not *ingresos  | rechazadas reporte resumen",
                "not * or ventas      | ventas",
                "not not ventas       | ventas",
                "*(ventas or productos) | leidas productos ventas",
                "(ventas)*            | ingresos reporte ventas",
                "ventas AND *ingresos | ventas",
                "NOT *reporte         | resumen",
                // a comma is the list's
                "ventas, productos    | productos ventas",
            })
    void picks(String text, String expected) {
        if (expected.equals("error")) {
            assertThat(Given.problem(() -> picked(Selection.parse(text)))).contains("\"VENTAS_X\"");
        } else {
            assertThat(picked(Selection.parse(text))).isEqualTo(expected);
        }
    }

    @Test
    void a_list_is_a_union_and_no_selection_is_all() {
        assertThat(picked(Selection.parse(List.of("ventas", "*productos")))).isEqualTo("productos ventas");
        assertThat(picked(Selection.parse(List.of()))).isEqualTo(names(SALES.keys()));
        assertThat(picked(Selection.parse(" "))).isEqualTo(names(SALES.keys()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ventas",
                "*ingresos",
                "ventas*",
                "++ingresos",
                "ventas+3",
                "2+key:\"ingresos\"",
                "*",
                "group:\"mis informes\"",
                "tag:\"año\"=2025",
                "owner:ana@uni.cl",
                "+group:\"mis informes\"",
                "not ventas and *ingresos",
                "(resumen or ventas) and ventas*",
                "not (ventas and *ingresos)",
                "*(ventas or productos)",
                "+(not reporte)",
                "ventas, productos",
                "not *",
            })
    void its_text_is_read_as_the_same_again(String text) {
        Selection once = Selection.parse(text);
        Selection again = Selection.parse(once.text());

        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.in(SALES)).isEqualTo(once.in(SALES));
    }

    @Test
    void an_asset_named_like_a_word_of_the_grammar_can_be_picked() {
        AssetGraph odd = Given.graph("key", "group", "not < key", "and < not");

        assertThat(names(Selection.parse("key+").in(odd))).isEqualTo("key not");
        assertThat(names(Selection.parse("group").in(odd))).isEqualTo("group");
        assertThat(names(Selection.parse("*\"not\"").in(odd))).isEqualTo("key not");
        assertThat(names(Selection.parse(Selection.parse("*\"and\"").text()).in(odd)))
                .isEqualTo("and key not");
    }

    @Test
    void explain_says_which_clauses_brought_each_asset() {
        var why = Selection.explain(Selection.parse(List.of("*ventas", "leidas+ or resumen")), SALES);

        assertThat(why.keySet())
                .extracting(AssetKey::name)
                .containsExactly("leidas", "rechazadas", "resumen", "ventas");
        assertThat(why.get(Given.key("leidas"))).containsExactly("*ventas", "leidas+1");
        assertThat(why.get(Given.key("ventas"))).containsExactly("*ventas", "leidas+1");
        assertThat(why.get(Given.key("rechazadas"))).containsExactly("leidas+1");
        assertThat(why.get(Given.key("resumen"))).containsExactly("resumen");
    }

    @Test
    void what_and_or_not_leave_over_is_brought_by_the_whole() {
        var why = Selection.explain(Selection.parse("*ingresos and not ventas"), SALES);

        assertThat(why)
                .hasSize(3)
                .allSatisfy((key, clauses) -> assertThat(clauses).containsExactly("*ingresos and not ventas"));
    }
}
