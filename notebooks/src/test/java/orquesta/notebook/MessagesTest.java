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
                "kernel.unknown",
                "kernel.unknown_member",
                "kernel.quotes",
                "kernel.incomplete",
                "kernel.null",
                "kernel.caused",
                "kernel.at",
                "kernel.line",
                "kernel.line_of",
                "table.caption",
                "table.more",
                "table.run",
                "lesson.none",
                "lesson.unknown",
                "lesson.unrecorded",
                "quiz.missing.choice",
                "quiz.missing.several",
                "quiz.missing.value",
                "quiz.letter",
                "quiz.one",
                "quiz.right",
                "quiz.wrong",
                "quiz.misconception",
                "quiz.all",
                "quiz.more",
                "quiz.again",
                "quiz.none",
                "prediction.missing",
                "prediction.noted",
                "prediction.none",
                "prediction.beside",
                "prediction.exact",
                "prediction.over",
                "prediction.under",
                "course.standing",
                "course.next",
                "course.tried",
                "course.untried",
                "course.sum",
                "sandbox.closed",
                "sandbox.no_data",
                "sandbox.not_ok",
                "sandbox.not_published",
                "kernel.column_type",
                "kernel.comma",
                "kernel.first_time");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_sentence_is_there_in_both_languages_with_its_gaps_filled(String key) {
        for (Language language : Language.values()) {
            assertThat(Message.of(key, "first", "second", "third", "fourth", "fifth", "sixth")
                            .in(language))
                    .doesNotContain(key)
                    .doesNotContain("{");
        }
    }
}
