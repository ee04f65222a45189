package tienda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Closes days with each store, and compares what the accountants read, and which files are there. */
public final class Casos implements TrialSource {
    private static final String ALL = "*contabilidad";
    private static final String SALES = "ventas.csv";
    private static final List<String> PROFILES = List.of("", "prueba", "prod");

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        Day day = Day.ordinary(chance);
        Day odd = Day.odd(chance);
        List<Trial> trials = new ArrayList<>();
        for (String profile : PROFILES) {
            trials.add(trial(
                    "three_places",
                    closed(profile, day),
                    seen -> first(lines(seen, day.lines(Optional.empty())), files(seen, profile))));
            trials.add(trial("second_day", secondDay(profile, day), seen -> {
                Optional<Day> remembered = profile.equals("prueba") ? Optional.empty() : Optional.of(day);
                return lines(seen, day.next().lines(remembered));
            }));
        }
        for (String profile : List.of("", "prod")) {
            trials.add(trial("exact", closed(profile, odd), seen -> lines(seen, odd.lines(Optional.empty()))));
            Scenario broken = closed(profile, day)
                    .file(SALES, day.next().brokenFile())
                    .runs(ALL)
                    .runs("contabilidad");
            trials.add(trial("stays", broken, seen -> first(failed(seen), lines(seen, day.lines(Optional.empty())))));
        }
        return trials;
    }

    /** Judges what came of a scenario. */
    private interface Rule {
        Optional<Complaint> judge(ScenarioOutcome seen);
    }

    private static Trial trial(String check, Scenario scenario, Rule rule) {
        return Trial.forCheck(check)
                .in(scenario)
                .judged(outcome -> rule.judge(ScenarioOutcome.of(outcome)))
                .build();
    }

    private static Scenario closed(String profile, Day day) {
        return Scenario.at(day.date() + "T21:00", "America/Santiago")
                .profile(profile)
                .file(SALES, day.file())
                .runs(ALL);
    }

    private static Scenario secondDay(String profile, Day day) {
        Day next = day.next();
        return closed(profile, day)
                .goesOnTo(next.date() + "T21:00", 0)
                .file(SALES, next.file())
                .runs(ALL);
    }

    @SafeVarargs
    private static Optional<Complaint> first(Optional<Complaint>... found) {
        return List.of(found).stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Complaint> failed(ScenarioOutcome seen) {
        String state = seen.run(1).state("cierre");
        return state.equals("failed")
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                "a sale without an amount: cierre failed", "una venta sin monto: cierre failed")
                        .found(state));
    }

    private static Optional<Complaint> lines(ScenarioOutcome seen, Map<String, String> wanted) {
        seen.run(seen.runs() - 1);
        List<Map<String, Object>> rows = seen.rows("contabilidad");
        Map<String, String> found = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            found.put(
                    String.valueOf(row.get("producto")),
                    row.get("dia") + " " + Day.text(row.get("total")) + " " + Day.text(row.get("anterior")));
        }
        boolean right = rows.size() == wanted.size() && found.equals(wanted);
        return right
                ? Optional.empty()
                : Optional.of(Complaint.published(
                                "day, total and total before " + wanted, "día, total y total anterior " + wanted)
                        .found(rows.size() + ": " + found));
    }

    /** A folder, nothing, or one database. */
    private static Optional<Complaint> files(ScenarioOutcome seen, String profile) {
        List<String> found = new ArrayList<>(seen.files());
        found.remove(SALES);
        String wanted = switch (profile) {
            case "" -> "almacen/.+";
            case "prod" -> "cierres\\.db";
            default -> "";
        };
        boolean right = profile.equals("prueba")
                ? found.isEmpty()
                : !found.isEmpty() && found.stream().allMatch(name -> name.matches(wanted));
        return right
                ? Optional.empty()
                : Optional.of(
                                switch (profile) {
                                    case "" ->
                                        Complaint.published(
                                                "files in the folder almacen alone",
                                                "archivos solo en la carpeta almacen");
                                    case "prod" ->
                                        Complaint.published("one file, cierres.db", "un archivo, cierres.db");
                                    default -> Complaint.published("no file is written", "ningún archivo escrito");
                                })
                        .map(complaint -> complaint.found(found));
    }
}
