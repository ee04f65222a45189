package dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiclosTest {
    @Test
    void a_chain_has_no_cycle() {
        assertThat(Ciclos.ciclo(Map.of("reporte", List.of("ventas"), "ventas", List.of())))
                .isEmpty();
    }

    @Test
    void two_tables_that_need_each_other_are_one() {
        assertThat(Ciclos.ciclo(Map.of("b", List.of("a"), "a", List.of("b")))).contains("a -> b -> a");
    }

    @Test
    void so_is_a_table_that_needs_itself() {
        assertThat(Ciclos.ciclo(Map.of("ventas", List.of("ventas")))).contains("ventas -> ventas");
    }
}
