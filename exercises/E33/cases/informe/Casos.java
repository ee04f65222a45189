package informe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Runs the report on good and bad days, and asks the log of the database who came and who went. */
public final class Casos implements TrialSource {
    private static final String REPORT = "*resumen";
    private static final String LOG = "bitacora";

    @Override
    public List<Trial> trials(long seed) {
        Shop shop = Shop.of(seed);
        Shop later = shop.aDayLater();
        return List.of(
                trial(
                        "one_for_both",
                        shop.plant(morning(), 3).runs(REPORT),
                        seen -> first(declared(seen, 1), report(seen, shop), log(seen, 1))),
                trial(
                        "step_fails",
                        shop.plant(morning(), 3)
                                .fails("clientes", 1, "java.io.IOException", "the disk")
                                .runs(REPORT),
                        Casos::closedAfterFailure),
                trial(
                        "step_fails",
                        morning()
                                .file(
                                        "base.sql",
                                        shop.sql(3).replaceAll("(?m)^.*into cliente.*\\R|^.*table cliente.*\\R", ""))
                                .file("metas.csv", shop.goals())
                                .runs(REPORT),
                        Casos::closedAfterFailure),
                trial("half_open", shop.plant(morning(), 2).runs(REPORT), Casos::nothingBegan),
                trial(
                        "half_open",
                        morning()
                                .file("base.sql", shop.sql(3).replaceAll("(?m)^.*esquema.*\\R", ""))
                                .file("metas.csv", shop.goals())
                                .runs(REPORT),
                        Casos::nothingBegan),
                trial(
                        "two_runs",
                        later.plant(shop.plant(morning(), 3).runs(REPORT), 3).runs(REPORT),
                        seen -> first(log(seen, 2), report(seen, later))),
                trial(
                        "not_needed",
                        shop.plant(morning(), 3).runs("metas").runs(REPORT),
                        seen -> first(declared(seen, 1), log(seen, 1))));
    }

    /** Judges what came of a scenario. */
    private interface Rule {
        Optional<Complaint> judge(ScenarioOutcome seen);
    }

    /** After the scenario a run asks for the log, which shows what is closed by then. */
    private static Trial trial(String check, Scenario scenario, Rule rule) {
        return Trial.forCheck(check)
                .in(scenario.runs(LOG))
                .judged(outcome -> rule.judge(ScenarioOutcome.of(outcome)))
                .build();
    }

    private static Scenario morning() {
        return Scenario.at("2026-11-20T07:30", "America/Santiago");
    }

    @SafeVarargs
    private static Optional<Complaint> first(Optional<Complaint>... found) {
        return List.of(found).stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Complaint> closedAfterFailure(ScenarioOutcome seen) {
        RunStory run = seen.run(0);
        boolean failed =
                run.state("clientes").equals("failed") && run.state("resumen").equals("upstream_failed");
        Optional<Complaint> states = failed
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                "clientes failed, resumen upstream_failed", "clientes failed, resumen upstream_failed")
                        .found(run.states()));
        return first(log(seen, 1), states);
    }

    /** The connection was opened and closed, and no step saw it. */
    private static Optional<Complaint> nothingBegan(ScenarioOutcome seen) {
        RunStory run = seen.run(0);
        boolean right = run.began().isEmpty() && run.status().equals("failed");
        Optional<Complaint> began = right
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                "a run that fails before its first step",
                                "una corrida que falla antes de su primer paso")
                        .found(run.status() + " " + run.began()));
        return first(log(seen, 1), began);
    }

    /** The resource conexion_db of a run was opened so often, and closed as often. */
    private static Optional<Complaint> declared(ScenarioOutcome seen, int times) {
        int opened = seen.resource("conexion_db").get("opened", Integer.class);
        int closed = seen.resource("conexion_db").get("closed", Integer.class);
        return opened == times && closed == times
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                "conexion_db opened " + times + " times, closed " + times,
                                "conexion_db abierto " + times + " veces, cerrado " + times)
                        .found(opened + ", " + closed));
    }

    /** So many connections, one after another, each closed. */
    private static Optional<Complaint> log(ScenarioOutcome seen, int connections) {
        List<String> wanted = new ArrayList<>();
        for (int each = 1; each <= connections; each++) {
            wanted.addAll(List.of(each + " abre", each + " cierra"));
        }
        List<String> found = seen.rows(LOG).stream()
                .sorted(Comparator.comparing(row -> ((Number) row.get("orden")).longValue()))
                .map(row -> row.get("conexion") + " " + row.get("suceso"))
                .collect(Collectors.toList());
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.events("the log " + wanted, "la bitácora " + wanted)
                        .found("the log " + found, "la bitácora " + found));
    }

    private static Optional<Complaint> report(ScenarioOutcome seen, Shop shop) {
        Map<String, List<Long>> found = new TreeMap<>();
        for (Map<String, Object> row : seen.rows("resumen")) {
            found.put(String.valueOf(row.get("nombre")), List.of(whole(row.get("total")), whole(row.get("meta"))));
        }
        return found.equals(shop.report())
                ? Optional.empty()
                : Optional.of(Complaint.published("total and goal " + shop.report(), "total y meta " + shop.report())
                        .found(found));
    }

    private static long whole(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
