package orquesta.tienda;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import orquesta.text.Message;

/** A day of {@link TresCrons}: what the log says, and what the reports of that day were made of. */
public final class DiaDeCron {
    private final LocalDate hoy;
    private final Map<String, LocalDate> archivos = new HashMap<>();
    private final List<String> registro = new ArrayList<>();
    private final List<Informe> informes = new ArrayList<>();
    private final Queue<Momento> momentos = new PriorityQueue<>(Comparator.comparing(Momento::hora)
            .thenComparing(momento -> !momento.termina())
            .thenComparing(Momento::puesto));

    private DiaDeCron(LocalDate hoy) {
        this.hoy = hoy;
    }

    private record Informe(LocalDateTime hora, LocalDate datos) {}

    /** A step begins, or ends with what it had read; at one time, ends come first and then the order of the lines. */
    private record Momento(LocalDateTime hora, boolean termina, int puesto, TresCrons.Linea linea, LocalDate datos) {}

    static DiaDeCron play(List<TresCrons.Linea> lineas, LocalDate hoy) {
        DiaDeCron dia = new DiaDeCron(hoy);
        for (int i = 0; i < lineas.size(); i++) {
            TresCrons.Linea linea = lineas.get(i);
            dia.archivos.put(linea.escribe(), hoy.minusDays(1));
            for (LocalDateTime hora : Horario.horas(linea.cron(), hoy)) {
                dia.momentos.add(new Momento(hora, false, i, linea, hoy));
            }
        }
        for (Momento next = dia.momentos.poll(); next != null; next = dia.momentos.poll()) {
            if (next.termina()) {
                dia.ends(next);
            } else {
                dia.begins(next);
            }
        }
        return dia;
    }

    private void begins(Momento momento) {
        TresCrons.Linea linea = momento.linea();
        LocalDate datos = archivos.getOrDefault(linea.lee(), hoy);
        if (!linea.soloSi().test(read(datos), read(hoy))) {
            log(momento, Message.of("cron.waits", linea.lee(), datos.toString()));
            return;
        }
        boolean first = linea.lee().isEmpty();
        log(momento, first ? Message.of("cron.first") : Message.of("cron.begins", linea.lee(), datos.toString()));
        LocalDateTime end = momento.hora().plusMinutes(linea.minutos());
        momentos.add(new Momento(end, true, momento.puesto(), linea, datos));
    }

    /** A date as a program reads it from a file: an object of its own, which equals the other and is not the same. */
    private static LocalDate read(LocalDate date) {
        return LocalDate.parse(date.toString());
    }

    private void ends(Momento momento) {
        TresCrons.Linea linea = momento.linea();
        if (linea.falla()) {
            log(momento, Message.of("cron.fails"));
            return;
        }
        archivos.put(linea.escribe(), momento.datos());
        log(momento, Message.of("cron.ends", linea.escribe(), momento.datos().toString()));
        if (linea.escribe().equals("informe")) {
            informes.add(new Informe(momento.hora(), momento.datos()));
        }
    }

    private void log(Momento momento, Message words) {
        registro.add(momento.hora().toLocalTime() + " " + momento.linea().paso() + " " + words);
    }

    /** One line for each beginning and end, in order. */
    public List<String> registro() {
        return List.copyOf(registro);
    }

    /**
     * What Rosario has on her desk at a time, {@code 08:30}.
     *
     * @return {@code viejo} if a report of that day holds data of another, {@code sin_informe} if there was none, {@code tarde}
     *     if the first one came later than that, else {@code a_tiempo}
     */
    public String veredicto(String limite) {
        if (informes.stream().anyMatch(informe -> !informe.datos().equals(hoy))) {
            return "viejo";
        }
        if (informes.isEmpty()) {
            return "sin_informe";
        }
        LocalDateTime first = informes.get(0).hora();
        return first.isAfter(hoy.atTime(LocalTime.parse(limite))) ? "tarde" : "a_tiempo";
    }
}
