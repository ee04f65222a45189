package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import orquesta.text.Language;
import orquesta.text.Message;

class CheckResultTest {
    @Test
    void a_verdict_is_known_at_once_or_found_in_rows() {
        Relation rows = Relation.rows("n", "1");

        assertThat(CheckResult.passed()).isEqualTo(new CheckResult.Known(true, said(""), Map.of(), 0));
        assertThat(CheckResult.failed("two totals differ"))
                .isEqualTo(new CheckResult.Known(false, said("two totals differ"), Map.of(), 0));
        assertThat(CheckResult.of(false, "x")).isEqualTo(CheckResult.failed("x"));
        assertThat(CheckResult.noRows("a negative income", rows))
                .isEqualTo(new CheckResult.NoRows(said("a negative income"), rows, Map.of(), 0));
    }

    @Test
    void words_in_both_languages_are_read_in_the_readers() {
        Message either = Message.either("two totals differ", "dos totales difieren");
        Message rows = Message.of("check.rows", CheckResult.of(false, either).description(), 3);

        assertThat(rows.in(Language.EN)).isEqualTo("found 3 times: two totals differ");
        assertThat(rows.in(Language.ES)).isEqualTo("se encontró 3 veces: dos totales difieren");
    }

    private static Message said(String words) {
        return Message.of("check.said", words);
    }

    @Test
    void facts_are_added_in_order_and_the_verdict_stays_the_same() {
        CheckResult bare = CheckResult.failed("lost rows");
        CheckResult known = bare.with("read", 10).with("kept", 9);
        CheckResult rows = CheckResult.noRows("x", Relation.rows("n")).with("of", 5);

        assertThat(known.facts().toString()).isEqualTo("{read=10, kept=9}");
        assertThat(known.description()).isEqualTo(said("lost rows"));
        assertThat(((CheckResult.Known) known).passed()).isFalse();
        assertThat(rows.facts()).isEqualTo(Map.of("of", 5));
        assertThat(bare.facts()).isEmpty();
    }
}
