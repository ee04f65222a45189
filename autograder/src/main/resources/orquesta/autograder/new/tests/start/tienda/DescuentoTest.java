package tienda;

import org.junit.jupiter.api.Test;

class DescuentoTest {
    @Test
    void write_me() {}
}
