package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellLimitTest {
    @Test
    void the_limit_is_for_each_cell_anew() throws Exception {
        CellRunner runner = new CellRunner(Duration.ofSeconds(3), getClass().getClassLoader());

        for (int cell = 1; cell <= 2; cell++) {
            runner.begin("cell " + cell);
            int sleep = 1600;
            assertThat(runner.call(() -> {
                        Thread.sleep(sleep);
                        return sleep;
                    }))
                    .isEqualTo(sleep);
        }
    }

    @Test
    void seconds_are_a_whole_number_above_zero() {
        assertThat(CellLimit.of(" 5 ")).isEqualTo(new CellLimit(Duration.ofSeconds(5), List.of()));
        assertThat(CellLimit.of("").duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(CellLimit.of("0").problems()).hasSize(1);
        assertThat(CellLimit.of("1.5").duration()).isEqualTo(Duration.ofMinutes(2));
    }
}
