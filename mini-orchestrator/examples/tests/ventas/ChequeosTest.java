package ventas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.datasets.Datasets;
import orquesta.relation.Duck;
import orquesta.testkit.TestKit;
import orquesta.text.Language;

/** Each check, once with what it is there for and once with a broken asset that makes it fail. */
class ChequeosTest {
    private static final Relation LEIDAS = Relation.rows(
            "linea, regla varchar, producto, precio decimal(14,2), cantidad decimal(9,0)",
            "2, null, 'te', 1990, 2",
            "3, 'precio_nulo', 'te', null, 1");
    private static final Relation USADAS = LEIDAS.where("regla is null");
    private static final Relation RECHAZADAS = LEIDAS.where("regla is not null");
    private static final Relation NINGUNA = LEIDAS.where("false");
    private static final Relation PRODUCTOS =
            Relation.rows("producto, categoria_norm, impuesto decimal(5,4)", "'te', 'bebidas', 0.19");

    private final Ventas ventas = new Ventas();

    @TempDir
    private Path folder;

    private Datasets datos(String ventas, String catalogo) throws Exception {
        Files.writeString(folder.resolve("ventas.csv"), ventas, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("catalogo.csv"), catalogo, StandardCharsets.UTF_8);
        return Datasets.at(folder, new Duck(folder.resolve("tmp")));
    }

    @Test
    void no_row_is_lost() throws Exception {
        Datasets datos = datos("id_venta\na\nb\n", "producto\n");

        assertThat(TestKit.passes(ventas.ningunaFilaPerdida(USADAS, LEIDAS, RECHAZADAS, datos)))
                .isTrue();
        assertThat(TestKit.passes(ventas.ningunaFilaPerdida(NINGUNA, LEIDAS, RECHAZADAS, datos)))
                .isFalse();
        assertThat(TestKit.passes(ventas.ningunaFilaPerdida(USADAS, USADAS, NINGUNA, datos)))
                .isFalse();
    }

    @Test
    void if_rows_came_in_some_were_used() {
        assertThat(TestKit.passes(ventas.algunaFilaUsada(USADAS, LEIDAS))).isTrue();
        assertThat(TestKit.passes(ventas.algunaFilaUsada(NINGUNA, NINGUNA))).isTrue();
        assertThat(TestKit.passes(ventas.algunaFilaUsada(NINGUNA, LEIDAS))).isFalse();
    }

    @Test
    void the_rules_that_together_refused_every_row_are_named_each_with_its_rows() {
        Relation tres = Relation.rows(
                "linea, regla varchar", "2, 'precio_ilegible'", "3, 'fecha_ilegible'", "4, 'precio_ilegible'");
        var result = (CheckResult.NoRows) ventas.algunaFilaUsada(NINGUNA, tres);

        assertThat(TestKit.lines(result.failing())).containsExactly("precio_ilegible,2", "fecha_ilegible,1");
        assertThat(result.description().in(Language.EN))
                .isEqualTo("a rule that, alone or with others, refused every row");
        assertThat(result.description().in(Language.ES))
                .isEqualTo("una regla que, sola o junto con otras, rechazó todas las filas");
    }

    @Test
    void no_income_is_negative() {
        assertThat(TestKit.passes(ventas.checkIngresos(Relation.rows("total_ventas", "0", "5.10"))))
                .isTrue();
        assertThat(TestKit.passes(ventas.checkIngresos(Relation.rows("total_ventas", "5.10", "-0.01"))))
                .isFalse();
    }

    @Test
    void the_encoding_is_utf_8() throws Exception {
        Datasets utf8 = datos("id_venta\nñ\n", "producto\nté\n");
        assertThat(TestKit.passes(ventas.codificacionVentas(LEIDAS, utf8))).isTrue();
        assertThat(TestKit.passes(ventas.codificacionCatalogo(PRODUCTOS, utf8))).isTrue();

        Files.writeString(folder.resolve("ventas.csv"), "id_venta\nñ\n", StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("catalogo.csv"), "producto\nté\n", StandardCharsets.ISO_8859_1);
        assertThat(TestKit.passes(ventas.codificacionVentas(LEIDAS, utf8))).isFalse();
        assertThat(TestKit.passes(ventas.codificacionCatalogo(PRODUCTOS, utf8))).isFalse();
    }

    @Test
    void the_rows_of_a_product_agree() throws Exception {
        String header = "producto,categoria_norm,impuesto\n";

        Datasets same = datos("id_venta\n", header + "Té,Bebidas,0.19\nTE,bebidas,\"0,1900\"\n");
        assertThat(TestKit.passes(ventas.catalogoSinConflictos(PRODUCTOS, same)))
                .isTrue();

        Datasets other = datos("id_venta\n", header + "Té,Bebidas,0.19\nTE,Bebidas,0\nPan,Comida,0\n");
        var result = (CheckResult.NoRows) ventas.catalogoSinConflictos(PRODUCTOS, other);
        assertThat(TestKit.lines(result.failing())).hasSize(2);
        assertThat(result.description().in(Language.ES)).startsWith("una fila que no coincide con otra de su producto");
    }

    @Test
    void every_row_of_the_catalogue_has_a_tax_also_one_that_a_later_row_replaces() throws Exception {
        String header = "producto,categoria_norm,impuesto\n";

        Datasets full = datos("id_venta\n", header + "Té,Bebidas,0.19\n,Bebidas,\n");
        assertThat(TestKit.passes(ventas.impuestosPresentes(PRODUCTOS, full))).isTrue();

        Datasets replaced = datos("id_venta\n", header + "Té,Bebidas,\nTE,Bebidas,0\n");
        assertThat(TestKit.passes(ventas.impuestosPresentes(PRODUCTOS, replaced)))
                .isFalse();
    }

    @Test
    void the_catalogue_knows_every_product_sold() {
        Relation otro = Relation.rows("producto, precio decimal(14,2), cantidad decimal(9,0)", "'cafe', 10, 3");

        assertThat(TestKit.passes(ventas.productosConocidos(USADAS, USADAS, PRODUCTOS)))
                .isTrue();
        var result = (CheckResult.NoRows) ventas.productosConocidos(otro, otro, PRODUCTOS);
        assertThat(TestKit.lines(result.failing())).containsExactly("cafe,1,30.00");
    }

    @Test
    void at_most_a_tenth_of_the_rows_is_refused() {
        Relation diez = Relation.with("r", LEIDAS).sql("select range as linea from range(10)");
        Relation una = diez.where("linea = 0");
        Relation dos = diez.where("linea < 2");

        assertThat(TestKit.passes(ventas.pocasRechazadas(una, diez))).isTrue();
        assertThat(TestKit.passes(ventas.pocasRechazadas(dos, diez))).isFalse();
    }
}
