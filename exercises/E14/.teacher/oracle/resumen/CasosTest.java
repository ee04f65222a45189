package resumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** The generator of E14 beside a second program that was written from the instructions. */
class CasosTest {
    private static final long SEEDS = 200;
    private static final Set<String> ORDERED =
            Set.of("largest_first", "ties_by_name", "names_by_code_point", "ties_after_rounding");

    @Test
    void what_the_generator_expects_is_what_the_instructions_say() {
        LongStream.range(0, SEEDS)
                .forEach(seed -> cases(seed).forEach(planted -> {
                    List<Row> answer = Oracle.answer(planted.input());
                    var expected = assertThat(planted.expected()).as("seed %d, %s", seed, planted.check());
                    if (ORDERED.contains(planted.check())) {
                        expected.isEqualTo(answer);
                    } else {
                        expected.containsExactlyInAnyOrderElementsOf(answer);
                    }
                }));
    }

    @Test
    void one_seed_gives_the_same_cases_again_and_another_seed_gives_others() {
        assertThat(cases(7)).isEqualTo(cases(7)).isNotEqualTo(cases(8));
    }

    @Test
    void each_check_expects_some_line_so_that_an_empty_answer_passes_none() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            Set<String> all = cases(seed).stream().map(Case::check).collect(Collectors.toSet());
            Set<String> some = cases(seed).stream()
                    .filter(planted -> !planted.expected().isEmpty())
                    .map(Case::check)
                    .collect(Collectors.toSet());
            assertThat(some).isEqualTo(all).hasSize(17);
        });
    }

    private static List<Case> cases(long seed) {
        return new Casos().cases(seed);
    }
}
