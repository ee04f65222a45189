package sensores;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.Validator;

/**
 * A day, written line by line. What was put into the folder must be in runs, each version once; the judge plays nothing, it
 * counts.
 */
final class Dia implements Validator {
    /** A file as it was put there. */
    record Version(String name, int bytes, LocalTime changed) {
        Version of(int otherBytes, LocalTime otherTime) {
            return new Version(name, otherBytes, otherTime);
        }

        @Override
        public String toString() {
            return name + " (" + bytes + " bytes, " + changed + ")";
        }
    }

    private final Random chance;
    private final List<String> names = new ArrayList<>(List.of(
            "cajas.csv",
            "clientes.csv",
            "despachos.csv",
            "precios.csv",
            "productos.csv",
            "stock.csv",
            "tiendas.csv",
            "ventas.csv"));
    private final List<Row> lines = new ArrayList<>();
    private final Map<String, Integer> planted = new TreeMap<>();
    private LocalTime time;
    private boolean emptyRunsCount;

    Dia(Random chance) {
        this.chance = chance;
        Collections.shuffle(names, chance);
        this.time = LocalTime.of(9, chance.nextInt(60));
    }

    /** A file that nobody has seen, written after all others. */
    Version fresh() {
        return new Version(names.remove(0), 100 + chance.nextInt(900), later());
    }

    /** A moment after all others. */
    LocalTime later() {
        time = time.plusMinutes(1 + chance.nextInt(20));
        return time;
    }

    Dia comes(Version... versions) {
        for (Version version : versions) {
            comesAfter(0, version);
        }
        return this;
    }

    /** It comes while the sensor looks for the next time. */
    Dia comesAfter(int steps, Version version) {
        lines.add(Row.row("llega", version.name(), version.bytes(), version.changed(), steps));
        planted.merge(version.toString(), 1, Integer::sum);
        return this;
    }

    Dia look() {
        return diesAfter(0);
    }

    /** A look in which the program is killed. */
    Dia diesAfter(int steps) {
        lines.add(Row.row("mira", "", 0, null, steps));
        return this;
    }

    Dia restart() {
        lines.add(Row.row("reinicia", "", 0, null, 0));
        return this;
    }

    Dia withoutEmptyRuns() {
        emptyRunsCount = true;
        return this;
    }

    /** Two more looks, in which there is nothing to do. */
    Trial trial(String check) {
        look().look();
        return Trial.forCheck(check).with(lines).judged(this).build();
    }

    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        List<List<Fields>> runs = outcome.list(Fields.class).stream()
                .map(run -> files(run.get("archivos", List.class)))
                .toList();
        Map<String, Integer> asked = new TreeMap<>();
        runs.forEach(run -> run.forEach(file -> asked.merge(text(file), 1, Integer::sum)));
        for (Map.Entry<String, Integer> each : planted.entrySet()) {
            int times = asked.getOrDefault(each.getKey(), 0);
            if (times != each.getValue()) {
                return Optional.of(wrong(each.getKey(), each.getValue()).found(told(runs)));
            }
        }
        if (!planted.keySet().containsAll(asked.keySet())) {
            return Optional.of(Complaint.value("files of the folder alone", "solo archivos de la carpeta"));
        }
        if (emptyRunsCount && runs.contains(List.<Fields>of())) {
            return Optional.of(Complaint.value("no run without a file", "ninguna corrida sin archivos")
                    .found(told(runs)));
        }
        return Optional.empty();
    }

    private static Complaint wrong(String version, int times) {
        return times == 1
                ? Complaint.value(version + " in one run", version + " en una corrida")
                : Complaint.value(version + " in " + times + " runs", version + " en " + times + " corridas");
    }

    private static String told(List<List<Fields>> runs) {
        return runs.stream()
                .map(run -> run.stream().map(Dia::text).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(" "));
    }

    private static List<Fields> files(List<?> archivos) {
        return archivos.stream().map(Fields.class::cast).toList();
    }

    private static String text(Fields file) {
        return new Version(
                        file.get("nombre", String.class),
                        file.get("bytes", Integer.class),
                        file.get("cambiado", LocalTime.class))
                .toString();
    }
}
