package caja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.Case;

/** The generator of E01 beside a second program, which reads character by character. */
class CasosTest {
    private static final long SEEDS = 200;

    @Test
    void what_the_generator_expects_is_what_the_instructions_say() {
        LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> cases(seed).stream())
                .forEach(planted -> assertThat(planted.input().stream()
                                .map(row -> pesos((String) row.values().get(0)))
                                .collect(Collectors.toList()))
                        .as(planted.check())
                        .isEqualTo(planted.expected().stream()
                                .map(row -> row.values().get(0))
                                .collect(Collectors.toList())));
    }

    @Test
    void one_seed_gives_the_same_cases_again_and_another_seed_gives_others() {
        assertThat(cases(7)).isEqualTo(cases(7)).isNotEqualTo(cases(8));
    }

    @Test
    void only_its_own_check_holds_a_dot_a_blank_a_sign_or_nothing() {
        for (Case planted : cases(3)) {
            String texts = planted.input().stream()
                    .map(row -> "[" + row.values().get(0) + "]")
                    .collect(Collectors.joining());
            assertThat(texts.contains("."))
                    .isEqualTo(
                            List.of("dot_separates_thousands", "every_dot_goes").contains(planted.check()));
            assertThat(texts.contains("-")).isEqualTo(planted.check().equals("dot_separates_thousands"));
            assertThat(texts.contains("[]")).isEqualTo(planted.check().equals("missing_stays_missing"));
        }
    }

    private static List<Case> cases(long seed) {
        return new Casos().cases(seed);
    }

    /** By the digits alone, from the last to the first; null without any. */
    private static Integer pesos(String text) {
        String written = text == null ? "" : text;
        int pesos = 0;
        int place = 1;
        boolean any = false;
        for (int at = written.length() - 1; at >= 0; at--) {
            int digit = Character.digit(written.charAt(at), 10);
            if (digit >= 0) {
                pesos += digit * place;
                place *= 10;
                any = true;
            }
        }
        int signed = Collections.frequency(List.of(written.split("")), "-") == 1 ? -pesos : pesos;
        return any ? signed : null;
    }
}
