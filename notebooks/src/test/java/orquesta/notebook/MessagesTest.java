package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.text.Language;
import orquesta.text.Message;

class MessagesTest {
    static Stream<String> keys() {
        return Stream.of(
                "kernel.lost",
                "kernel.gone",
                "kernel.emptied",
                "kernel.statics",
                "kernel.limit",
                "kernel.interrupted",
                "kernel.left_behind",
                "kernel.seconds",
                "kernel.line",
                "kernel.line_of",
                "table.caption",
                "table.more",
                "table.run");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_sentence_is_there_in_both_languages_with_its_gaps_filled(String key) {
        for (Language language : Language.values()) {
            assertThat(Message.of(key, "first", "second", "third").in(language))
                    .doesNotContain(key)
                    .doesNotContain("{");
        }
    }
}
