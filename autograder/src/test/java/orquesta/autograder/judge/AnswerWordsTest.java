package orquesta.autograder.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How numbers and cron expressions are read that a student types. */
class AnswerWordsTest {
    @Test
    void a_number_is_read_as_people_write_it() {
        assertThat(NumberWords.readings("1.234,50")).containsExactly(new BigDecimal("1234.50"));
        assertThat(NumberWords.readings("1,234.50")).containsExactly(new BigDecimal("1234.50"));
        assertThat(NumberWords.readings("$ -217 710 pesos")).containsExactly(new BigDecimal("-217710"));
        assertThat(NumberWords.readings("1.234.567")).containsExactly(new BigDecimal("1234567"));
        assertThat(NumberWords.readings("1.234")).containsExactly(new BigDecimal("1.234"), new BigDecimal("1234"));
        assertThat(NumberWords.readings("0,5")).containsExactly(new BigDecimal("0.5"));
        assertThat(Stream.of("", "doce", "1-2", "1.", "9".repeat(60)).map(NumberWords::readings))
                .allMatch(java.util.List::isEmpty);
    }

    @Test
    void cron_expressions_are_equal_if_they_mean_the_same() {
        assertThat(CronWords.of("0 1 * * SUN"))
                .isEqualTo(CronWords.of("00 01 * * 7"))
                .isPresent();
        assertThat(CronWords.of("*/15 * * * *")).isEqualTo(CronWords.of("0,15,30,45 */1 * * 0-6"));
        assertThat(CronWords.of("0 9 * jan-mar 1-5")).isEqualTo(CronWords.of("0 9 * 1,2,3 MON-FRI"));
        assertThat(CronWords.of("0 1 1 * 1")).isNotEqualTo(CronWords.of("0 1 * * 1"));
        assertThat(Stream.of(
                                "0 1 * *",
                                "60 * * * *",
                                "0 24 * * *",
                                "a b c d e",
                                "0 0 0 * *",
                                "5-1 * * * *",
                                "*/0 * * * *")
                        .map(CronWords::of))
                .allMatch(java.util.Optional::isEmpty);
    }
}
