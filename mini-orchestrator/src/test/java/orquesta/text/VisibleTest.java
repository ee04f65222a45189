package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "ventas de año,          ventas de año",
        "'a\tb\n',               'a\tb\n'",
        "x\u001b[31m,            x\u241b[31m",
        "x\u007fy,               x\u2421y",
        "x\u0085y,               x\ufffdy",
        "\u202eabc,              \ufffdabc",
        "\ud83d\ude00 \u0ca8\u200d, \ud83d\ude00 \u0ca8\u200d",
        "\udb40\udc41x,          \ufffdx",
        "\ud83dx,                \ufffdx",
        "x\ude00,                x\ufffd",
    })
    void what_cannot_be_seen_is_shown_as_a_sign(String text, String shown) {
        assertThat(Visible.of(text)).isEqualTo(shown);
    }

    @Test
    void a_text_is_shown_alike_whatever_stands_beside_it() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String text = Character.toString(random.nextInt(Character.MIN_SURROGATE));
            String beside = Visible.of(text + "\ud83d\ude00"); // never shown as it is without a look at each point

            assertThat(Visible.of(text) + "\ud83d\ude00").isEqualTo(beside);
        }
    }
}
