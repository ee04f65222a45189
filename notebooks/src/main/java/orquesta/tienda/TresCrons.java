package orquesta.tienda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Rosario's morning as cron runs it: download, clean, report, each by a line of its own that knows nothing of the others.
 * A day is played through on paper, in no time; the same lines and day always give the same log.
 *
 * <pre>{@code
 * TresCrons crons = TresCrons.deRosario();
 * crons.tarda("descargar", 45).dia("2026-03-09").registro().forEach(System.out::println);
 * }</pre>
 */
public final class TresCrons {
    private final List<Linea> lineas;

    private TresCrons(List<Linea> lineas) {
        this.lineas = List.copyOf(lineas);
    }

    /**
     * One line.
     *
     * @param lee the file that the step reads when it begins; empty for the shop's tills, which are always of today
     * @param escribe the file that it writes when it ends
     * @param minutos how long it takes
     * @param soloSi whether it begins, given the date of what it would read and today
     */
    record Linea(
            String paso,
            String cron,
            String lee,
            String escribe,
            int minutos,
            boolean falla,
            BiPredicate<LocalDate, LocalDate> soloSi) {
        Linea(String paso, String cron, String lee, String escribe, int minutos) {
            this(paso, cron, lee, escribe, minutos, false, (datos, hoy) -> true);
        }
    }

    /** 07:00 download (10 minutes), 07:15 clean (10 minutes), 07:30 report (5 minutes). */
    public static TresCrons deRosario() {
        return new TresCrons(List.of(
                new Linea("descargar", "0 7 * * *", "", "ventas", 10),
                new Linea("limpiar", "15 7 * * *", "ventas", "limpias", 10),
                new Linea("reportar", "30 7 * * *", "limpias", "informe", 5)));
    }

    /** The same with another time for a step. */
    public TresCrons linea(String paso, String cron) {
        return with(
                paso,
                cada -> new Linea(paso, cron, cada.lee(), cada.escribe(), cada.minutos(), cada.falla(), cada.soloSi()));
    }

    /** The same on a day when a step takes so many minutes. */
    public TresCrons tarda(String paso, int minutos) {
        return with(
                paso,
                cada -> new Linea(paso, cada.cron(), cada.lee(), cada.escribe(), minutos, cada.falla(), cada.soloSi()));
    }

    /** The same on a day when a step fails: it ends with 1 and writes nothing. */
    public TresCrons falla(String paso) {
        return with(
                paso,
                cada -> new Linea(paso, cada.cron(), cada.lee(), cada.escribe(), cada.minutos(), true, cada.soloSi()));
    }

    /** The same with a condition: given the date of the data that it would read, and today, may the step begin? */
    public TresCrons soloSi(String paso, BiPredicate<LocalDate, LocalDate> puede) {
        return with(
                paso,
                cada -> new Linea(paso, cada.cron(), cada.lee(), cada.escribe(), cada.minutos(), cada.falla(), puede));
    }

    private TresCrons with(String paso, UnaryOperator<Linea> change) {
        if (lineas.stream().noneMatch(cada -> cada.paso().equals(paso))) {
            throw new IllegalArgumentException(
                    paso + ": " + lineas.stream().map(Linea::paso).toList());
        }
        return new TresCrons(lineas.stream()
                .map(cada -> cada.paso().equals(paso) ? change.apply(cada) : cada)
                .toList());
    }

    /** As they stand in a crontab of Linux or macOS. */
    public String crontab() {
        List<String> lines = new ArrayList<>();
        for (Linea cada : lineas) {
            lines.add(cada.cron() + " java -jar /home/rosario/" + cada.paso() + ".jar");
        }
        return String.join("\n", lines);
    }

    /** The same for Task Scheduler of Windows; a line that fires at one time each day. */
    public String schtasks() {
        List<String> lines = new ArrayList<>();
        for (Linea cada : lineas) {
            LocalTime hora =
                    Horario.horas(cada.cron(), LocalDate.of(2026, 3, 9)).get(0).toLocalTime();
            lines.add("schtasks /create /tn " + cada.paso() + " /sc daily /st " + hora
                    + " /tr \"java -jar C:\\rosario\\" + cada.paso() + ".jar\"");
        }
        return String.join("\n", lines);
    }

    /** Plays a day, {@code 2026-03-09}; the files that lie there in the morning are of the day before. */
    public DiaDeCron dia(String hoy) {
        return DiaDeCron.play(lineas, LocalDate.parse(hoy));
    }
}
