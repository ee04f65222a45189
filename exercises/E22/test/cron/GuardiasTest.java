package cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardiasTest {
    private static final LocalDate HOY = LocalDate.of(2026, 3, 10);
    private static final LocalDate MANANA = HOY.plusDays(1);

    private static Inicio inicio(LocalDate dia, int minuto, String programa, int minutos) {
        return new Inicio(dia.atStartOfDay().plusMinutes(minuto), programa, minutos, 0);
    }

    @Test
    void two_good_nights_have_their_reports() {
        Semana semana = Simulador.jugar(List.of(
                inicio(HOY, 10, "descargar", 12),
                inicio(HOY, 40, "limpiar", 9),
                inicio(HOY, 90, "reportar", 4),
                inicio(MANANA, 10, "descargar", 12),
                inicio(MANANA, 40, "limpiar", 9),
                inicio(MANANA, 90, "reportar", 4)));

        assertThat(semana.informes()).containsExactly(new Informe(HOY, HOY, true), new Informe(MANANA, MANANA, true));
    }

    @Test
    void a_download_that_still_runs_is_not_begun_again() {
        Carpeta carpeta = new Carpeta();

        assertThat(Guardias.antes("descargar", HOY, carpeta)).isTrue();
        assertThat(Guardias.antes("descargar", HOY, carpeta)).isFalse();
    }

    @Test
    void a_late_download_is_not_reported() {
        Semana semana = Simulador.jugar(List.of(
                inicio(HOY, 10, "descargar", 12),
                inicio(HOY, 40, "limpiar", 9),
                inicio(MANANA, 10, "descargar", 110),
                inicio(MANANA, 40, "limpiar", 9),
                inicio(MANANA, 90, "reportar", 4)));

        assertThat(semana.informes()).isEmpty();
    }
}
