package limpia;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a student sees of the checks. */
class LimpiaTest {
    @Test
    void trims_a_name() {
        assertThat(limpia("  pan ", "10").get(0).nombre()).isEqualTo("pan");
    }

    @Test
    void multiplies_amount_and_quantity() {
        assertThat(limpia("pan", "10.50").get(0).total()).isEqualByComparingTo("21.00");
    }

    @Test
    void drops_a_total_of_zero() {
        assertThat(limpia("pan", "0.00")).isEmpty();
    }

    private static List<Salida> limpia(String nombre, String monto) {
        return Limpia.limpiar(List.of(new Entrada(nombre, new BigDecimal(monto), 2)));
    }
}
