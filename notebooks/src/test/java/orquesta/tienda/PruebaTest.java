package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.tienda.Prueba.venta;

import java.util.List;
import org.junit.jupiter.api.Test;

class PruebaTest {
    private static final VentaCruda TE = venta(" Té ", "bebidas", "1990", 2);
    private static final String CLEAN_TE = "Té | bebidas | 3980";

    @Test
    void a_test_that_every_version_passes_catches_none() {
        Prueba prueba = new Prueba(List.of(TE), List.of(CLEAN_TE));

        assertThat(prueba.atrapados()).isZero();
        assertThat(prueba.resultados().booleanColumn("pasa").countTrue()).isEqualTo(5);
    }

    @Test
    void each_wrong_version_is_caught_by_the_sale_that_it_treats_wrongly_and_by_no_other() {
        assertThat(caught(venta("Pan", "comida", "990", -1))).containsExactly("suma_devoluciones");
        assertThat(caught(venta("Pan", "comida", "0.00", 1))).containsExactly("deja_ceros");
        assertThat(caught(venta("Pan", "COMIDA", "1", 1), "Pan | comida | 1")).containsExactly("olvida_minusculas");
        assertThat(caught(venta("Pan", null, "1", 1), "Pan | null | 1")).containsExactly("bota_sin_categoria");
    }

    @Test
    void a_test_that_the_right_version_fails_is_none() {
        assertThat(new Prueba(List.of(TE), List.of()).atrapados()).isEqualTo(-1);
    }

    private static List<String> caught(VentaCruda sale, String... stays) {
        List<String> expected = stays.length == 0 ? List.of(CLEAN_TE) : List.of(CLEAN_TE, stays[0]);
        var results = new Prueba(List.of(TE, sale), expected).resultados();
        return results.where(results.booleanColumn("pasa").isFalse())
                .stringColumn("version")
                .asList();
    }
}
