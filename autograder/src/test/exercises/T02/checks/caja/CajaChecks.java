package caja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CajaChecks {
    private final Caja caja = new Caja();

    @Test
    void adds_up() {
        cobrar(caja, "0.10");
        cobrar(caja, "0.20");

        assertThat(caja.total().toPlainString()).isEqualTo("0.30");
    }

    @Test
    void counts() {
        cobrar(caja, "5");
        cobrar(caja, "5");

        assertThat(caja.cobros()).isEqualTo(2);
    }

    @Test
    void two_tills_are_apart() {
        Caja other = new Caja();
        int before = other.cobros();
        cobrar(caja, "5");

        assertThat(other.cobros()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.01"})
    void refuses(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> cobrar(caja, amount));
    }

    private static void cobrar(Caja caja, String amount) {
        caja.cobrar(new Cobro("pan", new BigDecimal(amount)));
    }
}
