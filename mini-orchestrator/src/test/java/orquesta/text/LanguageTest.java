package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private final Locale before = Locale.getDefault();
    private final String saidBefore = System.getProperty("orquesta.lang", "");

    @AfterEach
    void put_back() {
        Locale.setDefault(before);
        System.setProperty("orquesta.lang", saidBefore);
    }

    @ParameterizedTest
    @CsvSource({"en, es, EN", "es, en, ES", "ES, en, ES", "es_CL, en, ES", "fr, es, EN"})
    void what_is_asked_for_counts_before_the_locale(String asked, String locale, Language expected) {
        Locale.setDefault(new Locale(locale));
        System.setProperty("orquesta.lang", asked);

        assertThat(Language.current()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"en, EN", "es, ES", "tr, EN", "de, EN"})
    void otherwise_the_locale_decides_and_english_is_for_all_others(String locale, Language expected) {
        Locale.setDefault(new Locale(locale));
        System.setProperty("orquesta.lang", "");

        assertThat(Language.current()).isEqualTo(expected);
    }

    @Test
    void its_code_names_the_table_whatever_the_locale() {
        Locale.setDefault(new Locale("tr"));

        assertThat(Language.EN.code()).isEqualTo("en");
        assertThat(Language.ES.code()).isEqualTo("es");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "999, 999, 999",
        "-100, -100, -100",
        "1000, '1,000', 1.000",
        "4821, '4,821', 4.821",
        "-1234567, '-1,234,567', -1.234.567"
    })
    void sets_off_thousands_as_its_readers_do(long number, String english, String spanish) {
        Locale.setDefault(new Locale("hi", "IN"));

        assertThat(Language.EN.count(number)).isEqualTo(english);
        assertThat(Language.ES.count(number)).isEqualTo(spanish);
    }
}
