package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.text.Language;

class LookTest {
    @ParameterizedTest
    @CsvSource({"0, 0 ms, 0 ms", "999, 999 ms, 999 ms", "3449, 3.4 s, '3,4 s'", "125000, 2 min 5 s, 2 min 5 s"})
    void writes_durations_as_its_readers_do(long millis, String english, String spanish) {
        assertThat(look(Language.EN).duration(millis)).isEqualTo(english);
        assertThat(look(Language.ES).duration(millis)).isEqualTo(spanish);
    }

    private static Look look(Language language) {
        return new Look(language, Theme.LIGHT, "/", "token");
    }
}
