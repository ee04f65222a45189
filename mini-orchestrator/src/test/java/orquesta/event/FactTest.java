package orquesta.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.text.Language;
import orquesta.text.Message;

class FactTest {
    /** Beside {@code ok} it must not sound like a fault, and a fault must not sound like nothing. */
    @ParameterizedTest
    @CsvSource({
        "-1,   a negative income,                un ingreso negativo",
        "0,    did not happen: a negative income, no se encontró: un ingreso negativo",
        "1,    found once: a negative income,     se encontró una vez: un ingreso negativo",
        "4821, 'found 4,821 times: a negative income', se encontró 4.821 veces: un ingreso negativo"
    })
    void a_check_says_whether_what_it_looked_for_is_there_and_how_often(long failing, String english, String spanish) {
        Message looksFor = Message.either("a negative income", "un ingreso negativo");
        Fact.Verdict verdict = new Fact.Verdict(failing == 0, true, looksFor, Map.of());

        Message said = new Fact.CheckEvaluated(verdict, failing, List.of(), List.of()).said();

        assertThat(said.in(Language.EN)).isEqualTo(english);
        assertThat(said.in(Language.ES)).isEqualTo(spanish);
    }
}
