package orquesta.autograder.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On clocks that are set by hand. */
class PatienceTest {
    private @Nullable Duration used = Duration.ofSeconds(100);
    private Duration wall = Duration.ofSeconds(7);

    private final Patience patience = new Patience(() -> Optional.ofNullable(used), () -> wall.toNanos());

    @Test
    void on_a_busy_machine_a_compiler_that_gets_no_processor_is_waited_for() {
        passes(250, 29);
        assertThat(patience.isOver()).isFalse();
    }

    @Test
    void thirty_seconds_of_work_are_too_much_and_so_is_a_compiler_that_stands() {
        passes(31, 30);
        assertThat(patience.isOver()).isTrue();
        passes(300, 0);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void where_the_system_says_nothing_of_work_the_wall_counts() {
        used = null;
        Patience blind = new Patience(() -> Optional.ofNullable(used), () -> wall.toNanos());
        wall = Duration.ofSeconds(7 + 29);
        assertThat(blind.isOver()).isFalse();
        wall = Duration.ofSeconds(7 + 30);
        assertThat(blind.isOver()).isTrue();
    }

    private void passes(int seconds, int ofWork) {
        wall = Duration.ofSeconds(7L + seconds);
        used = Duration.ofSeconds(100L + ofWork);
    }
}
