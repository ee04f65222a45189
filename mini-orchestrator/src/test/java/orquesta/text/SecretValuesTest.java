package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretValuesTest {
    private final SecretValues secrets = new SecretValues();

    @Test
    void a_value_is_shown_as_its_variable_and_the_longest_first() {
        secrets.add("SHORT", "clave");
        secrets.add("LONG", "clave-larga");

        assertThat(secrets.hide("clave-larga, clave")).isEqualTo("${LONG}, ${SHORT}");
    }

    @Test
    void the_password_of_an_address_is_hidden_by_itself_too() {
        secrets.add("BASE", "postgresql://ana:s3cr3ta@host:5432/base");

        assertThat(secrets.hide("refused s3cr3ta at postgresql://ana:s3cr3ta@host:5432/base of ana"))
                .isEqualTo("refused ${BASE} at ${BASE} of ana");
    }

    @Test
    void a_value_of_three_characters_is_left_as_it_is() {
        secrets.add("TINY", "abc");

        assertThat(secrets.hide("abcd")).isEqualTo("abcd");
    }

    @Test
    void what_fills_the_gaps_of_a_sentence_is_hidden_also_deep_inside() {
        secrets.add("KEY", "s3cr3ta");

        Message inner = Message.of("step.threw", "IOException: s3cr3ta", "A.java:1");
        assertThat(secrets.hide(Message.of("step.refused_at", "x", inner)).in(Language.EN))
                .contains("${KEY}")
                .doesNotContain("s3cr3ta");
    }
}
