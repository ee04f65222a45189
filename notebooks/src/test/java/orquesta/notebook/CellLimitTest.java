package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CellLimitTest {
    @Test
    void the_limit_is_for_each_cell_anew() throws Exception {
        AtomicReference<Duration> limit = new AtomicReference<>(Duration.ofMillis(100));
        CellRunner runner = new CellRunner(limit::get, getClass().getClassLoader());
        runner.begin("cell 1");
        limit.set(Duration.ofMinutes(2)); // for those that begin from now on
        Thread.sleep(150);

        assertThatThrownBy(() -> runner.call(() -> 1)).isInstanceOf(CellStopped.class);
        runner.begin("cell 2");
        assertThat(runner.call(() -> 2)).isEqualTo(2);
    }

    @Test
    void seconds_are_a_whole_number_above_zero() {
        assertThat(CellLimit.of(" 5 ")).isEqualTo(new CellLimit(Duration.ofSeconds(5), List.of()));
        assertThat(CellLimit.of("").duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(CellLimit.of("0").problems()).hasSize(1);
        assertThat(CellLimit.of("1.5").duration()).isEqualTo(Duration.ofMinutes(2));
    }
}
