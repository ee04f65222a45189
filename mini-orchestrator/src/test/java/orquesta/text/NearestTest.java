package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("ventas", "ventas_leidas", "productos", "ingresos_totales");

    @ParameterizedTest
    @CsvSource({
        "venta,            ventas",
        "vetnas,           ventas",
        "ventas,           ventas",
        "ventas_leidos,    ventas_leidas",
        "producto,         productos",
        "ingreso_total,    ingresos_totales",
        "ingresosTotales,  ingresos_totales",
    })
    void finds_the_name_with_the_fewest_edits(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).contains(meant);
    }

    @Test
    void offers_nothing_that_is_too_far_away() {
        assertThat(Nearest.to("clientes", KNOWN)).isEmpty();
        assertThat(Nearest.to("ventas", List.of())).isEmpty();
    }

    @Test
    void the_same_distance_gives_the_first_by_name_whatever_the_order() {
        assertThat(Nearest.to("venta", List.of("ventax", "ventas"))).contains("ventas");
        assertThat(Nearest.to("venta", List.of("ventas", "ventax"))).contains("ventas");
    }

    @Test
    void a_clue_is_a_clause_of_its_own_whether_something_is_near_or_not_or_nothing_is_there() {
        List<String> three = List.of("ingresos", "productos", "ventas");

        assertThat(Nearest.clue("venta", three).in(Language.EN))
                .isEqualTo("did you mean \"ventas\"? There are: ingresos, productos, ventas");
        assertThat(Nearest.clue("venta", three).in(Language.ES))
                .isEqualTo("¿quisiste decir \"ventas\"? Hay: ingresos, productos, ventas");
        assertThat(Nearest.clue("x", three).in(Language.EN)).isEqualTo("there are: ingresos, productos, ventas");
        assertThat(Nearest.clue("x", three).in(Language.ES)).isEqualTo("hay: ingresos, productos, ventas");
        assertThat(Nearest.clue("x", List.of()).in(Language.EN)).isEqualTo("there are none");
        assertThat(Nearest.clue("x", List.of()).in(Language.ES)).isEqualTo("no hay ninguno");
    }
}
