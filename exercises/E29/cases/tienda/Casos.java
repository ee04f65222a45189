package tienda;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Runs each job in a home where all is published since yesterday, and the daily one in an empty home, too. */
public final class Casos implements TrialSource {
    private static final String DAILY = "ingresos_totales_diario";
    private static final Set<String> ABOVE_INCOME = Set.of("productos", "ventas", "ventas_limpias", "ingresos_totales");

    @Override
    public List<Trial> trials(long seed) {
        Shop yesterday = Shop.of(seed);
        Shop today = yesterday.aDayLater();
        return List.of(
                Trial.forCheck("all_it_needs")
                        .in(computed(yesterday).runsJob(DAILY))
                        .judged(outcome -> ran(outcome, DAILY, ABOVE_INCOME))
                        .build(),
                Trial.forCheck("empty_home")
                        .in(yesterday.plant(morning()).runsJob(DAILY))
                        .judged(outcome -> firstRun(outcome, yesterday.income()))
                        .build(),
                Trial.forCheck("today")
                        .in(today.plant(computed(yesterday)).runsJob(DAILY))
                        .judged(outcome -> income(ScenarioOutcome.of(outcome), 1, today.income()))
                        .build(),
                Trial.forCheck("as_a_rule")
                        .in(yesterday.plant(morning()))
                        .judged(Casos::aRule)
                        .build(),
                Trial.forCheck("below")
                        .in(computed(yesterday).runsJob("tras_corregir_ventas"))
                        .judged(outcome -> ran(
                                outcome,
                                "tras_corregir_ventas",
                                Set.of(
                                        "ventas",
                                        "ventas_limpias",
                                        "ingresos_totales",
                                        "reporte_diario",
                                        "clientes_frecuentes")))
                        .build(),
                Trial.forCheck("but_products")
                        .in(computed(yesterday).runsJob("reporte_sin_productos"))
                        .judged(outcome -> ran(
                                outcome,
                                "reporte_sin_productos",
                                Set.of("ventas", "ventas_limpias", "ingresos_totales", "reporte_diario")))
                        .build());
    }

    private static Scenario morning() {
        return Scenario.at("2026-11-20T07:30", "America/Santiago");
    }

    /** A home in which all is published. */
    private static Scenario computed(Shop shop) {
        return shop.plant(morning()).runs("*");
    }

    private static Optional<Complaint> ran(Outcome outcome, String job, Set<String> expected) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        seen.job(job);
        Set<String> began = new TreeSet<>(seen.run(1).began());
        Set<String> wanted = new TreeSet<>(expected);
        return began.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.events(job + " computes " + wanted, job + " calcula " + wanted)
                        .found("it computes " + began, "calcula " + began));
    }

    private static Optional<Complaint> firstRun(Outcome outcome, Map<String, Long> expected) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        seen.job(DAILY);
        RunStory run = seen.run(0);
        return run.status().equals("ok")
                ? income(seen, 0, expected)
                : Optional.of(Complaint.events("a run that ends ok", "una corrida que termine ok")
                        .found(run.states()));
    }

    private static Optional<Complaint> income(ScenarioOutcome seen, int run, Map<String, Long> expected) {
        seen.job(DAILY);
        seen.run(run);
        Map<String, Long> found = new TreeMap<>();
        for (Map<String, Object> row : seen.rows("ingresos_totales")) {
            found.put(
                    String.valueOf(row.get("categoria")),
                    row.get("ingresos") instanceof Number sum ? sum.longValue() : null);
        }
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(Complaint.published("the income " + expected, "los ingresos " + expected)
                        .found("the income " + found, "los ingresos " + found));
    }

    private static Optional<Complaint> aRule(Outcome outcome) {
        List<?> selections = ScenarioOutcome.of(outcome).job(DAILY).get("selections", List.class);
        Set<String> names = new HashSet<>(List.of(selections.toString().split("\\W+")));
        names.removeAll(Set.of("", "key", "and", "or", "not"));
        boolean rule = selections.size() == 1 && names.equals(Set.of("ingresos_totales"));
        return rule
                ? Optional.empty()
                : Optional.of(Complaint.definition(
                                "one selection that names ingresos_totales alone",
                                "una sola selección, que nombre solo a ingresos_totales")
                        .found(selections));
    }
}
