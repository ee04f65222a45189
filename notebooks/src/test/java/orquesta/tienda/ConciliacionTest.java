package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.lesson.Sandbox;

class ConciliacionTest {
    private static final Sandbox SANDBOX = Sandbox.open();
    private static Conciliacion conciliacion;

    @BeforeAll
    static void reconcile() {
        Pipeline ventas = SANDBOX.pipeline("ventas");
        SANDBOX.run(ventas);
        conciliacion = Conciliacion.de(SANDBOX, ventas);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void has_a_row_for_each_line_of_the_file_in_its_order() {
        List<Object> lines = column(conciliacion.cuentas(), "linea");

        assertThat(lines).hasSize(5000).doesNotHaveDuplicates();
        assertThat(lines).isSortedAccordingTo((a, b) -> Long.compare((Long) a, (Long) b));
    }

    @Test
    void a_line_has_the_first_cause_that_applies_and_a_refused_one_its_rule() {
        Conciliacion both = conciliacion.causa("barata", "precio < 1000").causa("leve", "precio < 2000");

        assertThat(both.lineas("barata") + both.lineas("leve"))
                .isEqualTo(conciliacion.causa("leve", "precio < 2000").lineas("leve"));
        assertThat(column(both.causas(), "causa")).contains("id_nulo", "fecha_ilegible", "barata", "leve");
    }

    @Test
    void what_has_no_cause_stands_last_also_when_nothing_is_left() {
        Relation all = conciliacion.causa("todo", "true").causas();

        assertThat(column(conciliacion.causas(), "causa")).endsWith("sin_explicar");
        assertThat(column(all, "causa")).endsWith("sin_explicar");
        assertThat(column(all, "lineas")).endsWith(0L);
    }

    @Test
    void an_empty_condition_is_not_one_yet() {
        assertThat(conciliacion.causa("barata", " ").lineas("barata")).isNull();
        assertThat(conciliacion.causa("barata", "false").lineas("barata")).isZero();
    }

    @Test
    void a_condition_with_a_mistake_is_quoted_as_it_was_written() {
        Conciliacion mistaken = conciliacion.causa("precio_como_texto", "precio_monolit is null");

        assertThatThrownBy(() -> mistaken.lineas("precio_como_texto"))
                .hasMessageContaining("precio_monolit is null")
                .hasMessageContaining("precio_monolito");
    }

    private static List<Object> column(Relation relation, String name) {
        return SANDBOX.table(relation).column(name).asList().stream()
                .map(Object.class::cast)
                .toList();
    }
}
