package tienda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescuentoTest {
    @Test
    void at_the_limit() {
        assertThat(Descuento.precio(10000)).isEqualTo(9000);
    }
}
