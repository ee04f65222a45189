package caja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small examples of the rules. They are yours: change them, add your own. */
class CajaTest {
    @Test
    void a_dot_separates_thousands() {
        assertThat(leer("19.990")).isEqualTo(19_990);
    }

    @Test
    void millions_have_two_dots() {
        assertThat(leer("1.250.000")).isEqualTo(1_250_000);
    }

    @Test
    void a_blank_before_an_amount_means_nothing() {
        assertThat(leer(" 990")).isEqualTo(990);
    }

    @Test
    void a_return_stays_negative() {
        assertThat(leer("-19.990")).isEqualTo(-19_990);
    }

    @Test
    void what_is_missing_is_not_zero() {
        assertThat(leer("")).isNull();
    }

    private static Integer leer(String texto) {
        return Caja.leer(List.of(new Boleta(texto))).get(0).pesos();
    }
}
