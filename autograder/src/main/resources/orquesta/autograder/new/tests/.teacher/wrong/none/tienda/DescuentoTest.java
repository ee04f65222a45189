package tienda;

import static org.assertj.core.api.Assertions.assertThat;


class DescuentoTest {
    void no_annotation() {
        assertThat(Descuento.precio(5)).isEqualTo(5);
    }
}
