package tienda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescuentoTest {
    @Test
    void small_ones() {
        assertThat(Descuento.precio(5)).isEqualTo(5);
    }
}
