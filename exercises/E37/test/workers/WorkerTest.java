package workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final List<String> DOS = List.of("ana", "beto");
    private static final List<Dia> DIAS = List.of(new Dia("lunes", 3), new Dia("martes", 2), new Dia("jueves", 4));

    private static long veces(Historia noche, String que, String dia) {
        return noche.sucesos().stream()
                .filter(suceso -> suceso.que().equals(que) && suceso.dia().equals(dia))
                .count();
    }

    @Test
    void each_day_is_computed_once() {
        Historia noche = Simulador.jugar(DOS, DIAS, 0, "", 0);

        assertThat(DIAS).allMatch(dia -> veces(noche, "termina", dia.dia()) == 1);
        assertThat(noche.tablero().values()).containsOnly("listo");
    }

    @Test
    void what_a_dead_worker_had_begun_is_computed_by_the_other() {
        Historia noche = Simulador.jugar(DOS, DIAS, 0, "ana", 4);

        assertThat(DIAS).allMatch(dia -> veces(noche, "termina", dia.dia()) == 1);
        assertThat(noche.tablero().values()).containsOnly("listo");
    }

    @Test
    void a_long_day_stays_with_its_worker() {
        Historia noche = Simulador.jugar(DOS, List.of(new Dia("lunes", 300)), 0, "", 0);

        assertThat(veces(noche, "empieza", "lunes")).isEqualTo(1);
    }
}
