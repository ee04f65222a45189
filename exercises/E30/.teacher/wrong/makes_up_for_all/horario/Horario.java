package horario;

import orquesta.definition.Definitions;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;

public final class Horario {
    private Horario() {}

    static Definitions definiciones() {
        Schedule cadaManana = Schedule.named("cada_manana")
                .cron("30 7 * * *", "America/Santiago")
                .runs("reporte_diario")
                .missed(MissedTicks.ALL);
        return Tienda.definiciones().schedule(cadaManana);
    }
}
