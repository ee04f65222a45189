package orquesta.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void the_sequence_of_a_seed_is_fixed() {
        Dice dice = new Dice(2025, 1);

        assertThat(IntStream.range(0, 8).map(i -> dice.below(1000)))
                .containsExactly(452, 113, 904, 227, 674, 45, 116, 289);
    }

    @Test
    void each_stream_of_a_seed_is_another() {
        assertThat(new Dice(2025, 1).below(1_000_000)).isNotEqualTo(new Dice(2025, 2).below(1_000_000));
        assertThat(new Dice(2025, 1).below(1_000_000)).isNotEqualTo(new Dice(2026, 1).below(1_000_000));
    }

    @Test
    void every_number_below_the_bound_comes_up() {
        Dice dice = new Dice(1, 1);

        List<Integer> thrown = IntStream.range(0, 200)
                .map(i -> dice.below(6))
                .distinct()
                .sorted()
                .boxed()
                .toList();

        assertThat(thrown).containsExactly(0, 1, 2, 3, 4, 5);
    }
}
