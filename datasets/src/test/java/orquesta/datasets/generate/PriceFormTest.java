package orquesta.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceFormTest {
    private final Dice dice = new Dice(1, 1);

    @Test
    void writes_pesos_as_people_do() {
        assertThat(PriceForm.PLAIN.write(1_990_00, dice)).isEqualTo("1990");
        assertThat(PriceForm.DOTS.write(1_234_567_00, dice)).isEqualTo("1.234.567");
        assertThat(PriceForm.DOTS.write(1_005_00, dice)).isEqualTo("1.005");
        assertThat(PriceForm.COMMA.write(1_990_00, dice)).isEqualTo("1.990,00");
        assertThat(PriceForm.COMMA.write(12_05, dice)).isEqualTo("12,05");
        assertThat(PriceForm.SYMBOL.write(1_990_00, dice)).matches("\\$ ?1\\.990");
        assertThat(PriceForm.CLP.write(990_00, dice)).matches("CLP 990|990 CLP");
        assertThat(PriceForm.POINT.write(12_50, dice)).matches("12\\.50?");
    }

    @Test
    void an_amount_only_gets_a_form_that_it_can_have() {
        for (int i = 0; i < 100; i++) {
            assertThat(PriceForm.of(990_00, dice)).isNotIn(PriceForm.DOTS, PriceForm.POINT);
            assertThat(PriceForm.of(12_50, dice)).isNotIn(PriceForm.DOTS, PriceForm.PLAIN);
        }
    }
}
