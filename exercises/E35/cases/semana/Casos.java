package semana;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Fills a week, day by day and in one piece, and reads which partitions ran and what they hold. */
public final class Casos implements TrialSource {
    private static final String INCOME = "ingresos_diarios";
    private static final String CHANGE = "cambio_diario";
    private static final String WEEKLY = "ingresos_semanales@2026-W36";
    private static final String FIRST = "2026-08-31";
    private static final String LAST = "2026-09-06";

    @Override
    public List<Trial> trials(long seed) {
        Week week = Week.of(seed);
        return List.of(
                trial(
                        "one_day",
                        planted(week).runsPartition("*" + INCOME, "2026-09-02"),
                        seen -> first(
                                began(seen, 0, tasks("2026-09-02", "ventas_diarias", INCOME)), income(seen, week, 3))),
                midnight(week),
                shortDay(week),
                trial(
                        "change",
                        planted(week).backfills("*" + CHANGE, FIRST, "2026-09-02"),
                        seen -> first(
                                change(seen, FIRST, null),
                                change(seen, "2026-09-02", week.total(Week.day(3)) - week.total(Week.day(2))))),
                trial(
                        "week",
                        planted(week).backfills("*ingresos_semanales", FIRST, LAST),
                        seen -> sums(seen, WEEKLY, week.income(Week.day(1), Week.day(7)))),
                backfill(week),
                lateData(week),
                trial(
                        "twice",
                        planted(week)
                                .runsPartition("*" + INCOME, "2026-09-01")
                                .runsPartition("*" + INCOME, "2026-09-01")
                                .backfills("*" + INCOME, "2026-09-01", "2026-09-01"),
                        seen -> first(income(seen, week, 2), nothing(seen, 2))));
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

    /** On the Monday after, when the seven days are over. */
    private static Scenario planted(Week week) {
        return week.plant(Scenario.at("2026-09-07T08:00", "America/Santiago"));
    }

    /** One sale late in the evening, one early in the night of the same day by the shop's clock. */
    private static Trial midnight(Week week) {
        Week late = week.with(
                new Week.Sale(Week.day(3), LocalTime.of(23, 40), "comida", 4440),
                new Week.Sale(Week.day(3), LocalTime.of(0, 20), "oficina", 2220),
                new Week.Sale(Week.day(4), LocalTime.of(0, 10), "comida", 1110));
        return trial(
                "midnight", planted(late).runsPartition("*" + INCOME, "2026-09-02"), seen -> income(seen, late, 3));
    }

    /** In the night to Sunday the clocks go forward: the day has 23 hours. */
    private static Trial shortDay(Week week) {
        Week early = week.with(new Week.Sale(Week.day(8), LocalTime.of(0, 30), "comida", 3330));
        return trial("short_day", planted(early).runsPartition("*" + INCOME, LAST), seen -> income(seen, early, 7));
    }

    /** One day is there, one till does not answer; tomorrow it does. */
    private static Trial backfill(Week week) {
        String bad = "2026-09-03";
        Scenario scenario = planted(week)
                .file("caja/caidas.csv", bad + "T16:00:00Z\n")
                .runsPartition("*" + INCOME, "2026-09-01")
                .backfills("*" + INCOME, FIRST, LAST)
                .file("caja/caidas.csv", "")
                .backfills("*" + INCOME, FIRST, LAST)
                .backfills("*" + INCOME, FIRST, LAST);
        Set<String> missing = new TreeSet<>(Set.of("ventas_diarias@" + bad));
        for (String day : List.of(FIRST, "2026-09-02", "2026-09-04", "2026-09-05", LAST)) {
            missing.addAll(tasks(day, "ventas_diarias", INCOME));
        }
        return trial(
                "backfill",
                scenario,
                seen -> first(
                        began(seen, 1, missing),
                        began(seen, 2, tasks(bad, "ventas_diarias", INCOME)),
                        nothing(seen, 3),
                        income(seen, week, 4)));
    }

    /** A sale of Thursday arrives when all is published; that day's sales are computed again. */
    private static Trial lateData(Week week) {
        String day = "2026-09-03";
        Week later = week.with(new Week.Sale(Week.day(4), LocalTime.NOON, "oficina", 7770));
        Scenario scenario = later.plant(planted(week).backfills("*", FIRST, LAST))
                .runsPartition("ventas_diarias", day)
                .backfills("*", FIRST, LAST);
        Set<String> stale = tasks(day, INCOME, CHANGE);
        stale.add(CHANGE + "@2026-09-04");
        stale.add(WEEKLY);
        return trial(
                "late_data",
                scenario,
                seen -> first(
                        began(seen, 2, stale),
                        income(seen, later, 4),
                        change(seen, "2026-09-04", later.total(Week.day(5)) - later.total(Week.day(4))),
                        sums(seen, WEEKLY, later.income(Week.day(1), Week.day(7)))));
    }

    private static Set<String> tasks(String day, String... assets) {
        Set<String> tasks = new TreeSet<>();
        for (String asset : assets) {
            tasks.add(asset + "@" + day);
        }
        return tasks;
    }

    @SafeVarargs
    private static Optional<Complaint> first(Optional<Complaint>... found) {
        return List.of(found).stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Complaint> began(ScenarioOutcome seen, int run, Set<String> wanted) {
        Set<String> began = new TreeSet<>(seen.run(run).began());
        String number = "run " + (run + 1);
        String numero = "corrida " + (run + 1);
        return began.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.events(number + " computes " + wanted, numero + " calcula " + wanted)
                        .found("it computes " + began, "calcula " + began));
    }

    private static Optional<Complaint> nothing(ScenarioOutcome seen, int run) {
        RunStory story = seen.run(run);
        return story.status().equals("nothing")
                ? Optional.empty()
                : Optional.of(Complaint.events("nothing is left to compute", "no queda nada por calcular")
                        .found(story.states()));
    }

    /** @param number of the day, from 1 for Monday */
    private static Optional<Complaint> income(ScenarioOutcome seen, Week week, int number) {
        LocalDate day = Week.day(number);
        return sums(seen, INCOME + "@" + day, week.income(day));
    }

    private static Optional<Complaint> sums(ScenarioOutcome seen, String task, Map<String, Long> wanted) {
        seen.run(seen.runs() - 1);
        Map<String, Long> found = new TreeMap<>();
        List<Map<String, Object>> rows = seen.rows(task);
        rows.forEach(row -> found.put(String.valueOf(row.get("categoria")), whole(row.get("ingresos"))));
        return rows.size() == wanted.size() && found.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.published(task + " " + wanted, task + " " + wanted)
                        .found(rows.size() + ": " + found));
    }

    private static Optional<Complaint> change(ScenarioOutcome seen, String day, Long wanted) {
        seen.run(seen.runs() - 1);
        List<Long> found = new ArrayList<>();
        seen.rows(CHANGE + "@" + day).forEach(row -> found.add(whole(row.get("cambio"))));
        boolean right = found.size() == 1 && Objects.equals(found.get(0), wanted);
        String told = CHANGE + "@" + day + " [" + wanted + "]";
        return right
                ? Optional.empty()
                : Optional.of(Complaint.published(told, told).found(found));
    }

    private static Long whole(Object value) {
        return value instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }
}
