package cron;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.Validator;

/**
 * Some nights, written line by line, and what Rosario may find after each: of a sure night its report, once; of another its
 * report or none. Never one of another day, nor one made of a half or a mixed file. It plays nothing: it reads the reports.
 */
final class Noches implements Validator {
    private record Line(LocalDate day, LocalTime time, Row row) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<LocalDate, Boolean> sure = new LinkedHashMap<>();
    private LocalDate day;

    Noches(LocalDate first) {
        this.day = first.minusDays(1);
    }

    /** The next night. */
    Noches night(boolean isSure) {
        day = day.plusDays(1);
        sure.put(day, isSure);
        return this;
    }

    /** A night in which all goes well. */
    Noches good() {
        return night(true).descargar("00:10", 12, 0).limpiar("00:40", 9, 0).reportar("01:30");
    }

    Noches descargar(String time, int minutes, int end) {
        return line("descargar", time, minutes, end);
    }

    Noches limpiar(String time, int minutes, int end) {
        return line("limpiar", time, minutes, end);
    }

    Noches reportar(String time) {
        return line("reportar", time, 4, 0);
    }

    private Noches line(String program, String time, int minutes, int end) {
        LocalTime when = LocalTime.parse(time);
        lines.add(new Line(day, when, Row.row(day.atTime(when), program, minutes, end)));
        return this;
    }

    Trial trial(String check) {
        return Trial.forCheck(check).with(rows()).judged(this).build();
    }

    List<Row> rows() {
        return lines.stream()
                .sorted(Comparator.comparing(Line::day).thenComparing(Line::time))
                .map(Line::row)
                .toList();
    }

    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        List<?> reports = outcome.value(Fields.class).get("informes", List.class);
        Map<LocalDate, Integer> sent = new LinkedHashMap<>();
        for (Object each : reports) {
            Fields report = (Fields) each;
            LocalDate on = report.get("dia", LocalDate.class);
            if (!on.equals(report.values().get("datos"))) {
                return wrong(
                        on, "no report but one of its own sales", "ningún informe que no sea de sus propias ventas");
            }
            if (!report.get("entero", Boolean.class)) {
                return wrong(
                        on, "no report of a half or a mixed file", "ningún informe de un archivo a medias o mezclado");
            }
            sent.merge(on, 1, Integer::sum);
        }
        for (Map.Entry<LocalDate, Boolean> night : sure.entrySet()) {
            if (night.getValue() && sent.getOrDefault(night.getKey(), 0) != 1) {
                return wrong(night.getKey(), "its report, once", "su informe, una vez");
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> wrong(LocalDate day, String en, String es) {
        return Optional.of(Complaint.value(day + ": " + en, day + ": " + es));
    }
}
