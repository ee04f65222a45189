package orquesta.autograder.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import orquesta.text.UserException;

class IsolationTest {
    private static final Isolation APART = new Isolation(Level.NAMESPACES, List.of());
    private static final Isolation LIMITED = new Isolation(Level.LIMITS, List.of("files", "network"));

    @Test
    void strangers_code_never_runs_as_root_where_it_can_reach_the_systems_files() {
        assertThatThrownBy(() -> LIMITED.requireFitForStrangers(null, true))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("root", "limits", "ordinary user");
        assertThatCode(() -> APART.requireFitForStrangers(null, true)).doesNotThrowAnyException();
        assertThatCode(() -> LIMITED.requireFitForStrangers(null, false)).doesNotThrowAnyException();
    }

    @Test
    void less_than_is_asked_for_is_refused() {
        assertThatThrownBy(() -> LIMITED.requireFitForStrangers(Level.NAMESPACES, false))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("namespaces", "limits");
        assertThatCode(() -> LIMITED.requireFitForStrangers(Level.LIMITS, false))
                .doesNotThrowAnyException();
        assertThat(Level.PROCESS).isLessThan(Level.LIMITS);
    }
}
