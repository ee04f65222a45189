package sensores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorDeArchivosTest {
    private static final LocalTime DIEZ = LocalTime.of(10, 0);
    private static final Hecho MIRA = new Hecho("mira", "", 0, null, 0);
    private static final Hecho REINICIA = new Hecho("reinicia", "", 0, null, 0);

    private static Hecho llega(String archivo, int bytes) {
        return new Hecho("llega", archivo, bytes, DIEZ, 0);
    }

    @Test
    void a_file_is_loaded_once() {
        List<Corrida> corridas = Simulador.jugar(List.of(llega("ventas.csv", 120), MIRA, MIRA));

        assertThat(corridas).containsExactly(new Corrida(1, List.of(new Archivo("ventas.csv", 120, DIEZ))));
    }

    @Test
    void a_file_that_grew_is_loaded_again() {
        List<Corrida> corridas =
                Simulador.jugar(List.of(llega("ventas.csv", 120), MIRA, llega("ventas.csv", 180), MIRA));

        assertThat(corridas).hasSize(2);
    }

    @Test
    void the_next_program_knows_what_this_one_saw() {
        List<Corrida> corridas = Simulador.jugar(List.of(llega("ventas.csv", 120), MIRA, REINICIA, MIRA));

        assertThat(corridas).hasSize(1);
    }
}
