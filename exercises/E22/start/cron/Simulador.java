package cron;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A computer with a crontab, minute by minute. A program reads what lies there when it begins; its file is replaced when it
 * ends. Given; do not change it.
 */
public final class Simulador {
    private static final List<String> PROGRAMAS = List.of("descargar", "limpiar", "reportar");

    /** A file of sales: of which day, and whether it is whole. */
    private record Archivo(LocalDate datos, boolean entero) {}

    /** A program at work, with what it will write. */
    private static final class Trabajo {
        private final Inicio inicio;
        private final Archivo hace;
        private boolean mezclado;

        private Trabajo(Inicio inicio, Archivo hace) {
            this.inicio = inicio;
            this.hace = hace;
        }

        private LocalDateTime hasta() {
            return inicio.cuando().plusMinutes(inicio.minutos());
        }
    }

    private final Carpeta carpeta = new Carpeta();
    private final Map<String, Archivo> archivos = new HashMap<>();
    private final List<Trabajo> trabajos = new ArrayList<>();
    private final List<Informe> informes = new ArrayList<>();

    private Simulador() {}

    /** Plays some nights with your guards. */
    public static Semana jugar(List<Inicio> crontab) {
        Simulador simulador = new Simulador();
        for (Inicio inicio : crontab) {
            simulador.terminarHasta(inicio.cuando());
            simulador.empezar(inicio);
        }
        simulador.terminarHasta(LocalDateTime.MAX);
        return new Semana(simulador.informes, Guardias.loQueFalta());
    }

    /** What ends at a minute has ended when another begins at it. */
    private void terminarHasta(LocalDateTime minuto) {
        List<Trabajo> listos = trabajos.stream()
                .filter(trabajo -> !trabajo.hasta().isAfter(minuto))
                .sorted(Comparator.comparing(Trabajo::hasta))
                .toList();
        listos.forEach(this::terminar);
    }

    private void empezar(Inicio inicio) {
        if (!Guardias.antes(inicio.programa(), inicio.cuando().toLocalDate(), carpeta)) {
            return;
        }
        Trabajo nuevo = new Trabajo(inicio, loQueHara(inicio));
        for (Trabajo otro : trabajos) {
            if (otro.inicio.programa().equals(inicio.programa())) {
                otro.mezclado = true;
                nuevo.mezclado = true;
            }
        }
        trabajos.add(nuevo);
    }

    private Archivo loQueHara(Inicio inicio) {
        int lugar = PROGRAMAS.indexOf(inicio.programa());
        return lugar == 0
                ? new Archivo(inicio.cuando().toLocalDate(), true)
                : archivos.getOrDefault(PROGRAMAS.get(lugar - 1), new Archivo(null, true));
    }

    private void terminar(Trabajo trabajo) {
        trabajos.remove(trabajo);
        Inicio inicio = trabajo.inicio;
        if (inicio.fin() < 0) {
            return;
        }
        LocalDate dia = inicio.cuando().toLocalDate();
        boolean entero = trabajo.hace.entero() && !trabajo.mezclado && inicio.fin() == 0;
        archivos.put(inicio.programa(), new Archivo(trabajo.hace.datos(), entero));
        if (inicio.programa().equals("reportar") && inicio.fin() == 0) {
            informes.add(new Informe(dia, trabajo.hace.datos(), entero));
        }
        Guardias.despues(inicio.programa(), inicio.fin(), dia, carpeta);
    }
}
