package cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardiasTest {
    private static final LocalDate HOY = LocalDate.of(2026, 3, 10);

    private static Inicio inicio(int hora, int minuto, String programa, int minutos) {
        return new Inicio(LocalDateTime.of(2026, 3, 10, hora, minuto), programa, minutos, 0);
    }

    @Test
    void a_good_night_has_its_report() {
        Semana semana = Simulador.jugar(
                List.of(inicio(0, 10, "descargar", 12), inicio(0, 40, "limpiar", 9), inicio(1, 30, "reportar", 4)));

        assertThat(semana.informes()).containsExactly(new Informe(HOY, HOY, true));
    }

    @Test
    void a_download_that_still_runs_is_not_begun_again() {
        Carpeta carpeta = new Carpeta();

        assertThat(Guardias.antes("descargar", HOY, carpeta)).isTrue();
        assertThat(Guardias.antes("descargar", HOY, carpeta)).isFalse();
    }

    @Test
    void a_late_download_is_not_cleaned() {
        Semana semana = Simulador.jugar(
                List.of(inicio(0, 10, "descargar", 90), inicio(0, 40, "limpiar", 9), inicio(1, 30, "reportar", 4)));

        assertThat(semana.informes()).isEmpty();
    }
}
