package chequeos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Runs the shop on good and bad days, and reads the states of its steps. */
public final class Casos implements TrialSource {
    private static final String HEAD = "categoria,producto,monto\n";
    private static final String INCOME = "ingresos_totales";

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        long food = 1000 + chance.nextInt(9000);
        long office = 1000 + chance.nextInt(9000);
        String good = HEAD + "comida,té," + food + "\noficina,lápiz," + office + "\n";
        String bad = HEAD + "comida,té," + 3 * food + "\noficina,lápiz,-" + food + "\n";
        String zero = HEAD + "comida,té," + food + "\noficina,lápiz," + office + "\noficina,lápiz,-" + office + "\n";
        String nameless = good + "comida,," + food + "\n";
        String below = "ingresos_totales#check_ingresos ";
        String sales = "ventas#check_sin_producto ";
        return List.of(
                states("good_day", good, below + "ok", sales + "ok", "publicar_reporte ok"),
                states(
                        "stops",
                        HEAD + "comida,té," + 9 * food + "\noficina,lápiz,-" + food + "\n",
                        INCOME + " blocked",
                        "publicar_reporte upstream_failed"),
                Trial.forCheck("yesterday_stays")
                        .in(morning(good).runs("*").file("ventas.csv", bad).runs("*"))
                        .judged(outcome -> stays(outcome, Map.of("comida", food, "oficina", office)))
                        .build(),
                states("nothing_sold", zero, below + "ok", INCOME + " ok", "publicar_reporte ok"),
                states("warns", nameless, "ventas warned", "publicar_reporte ok"));
    }

    private static Scenario morning(String sales) {
        return Scenario.at("2026-11-20T07:30", "America/Santiago").file("ventas.csv", sales);
    }

    /** @param wanted each a step and its state */
    private static Trial states(String check, String sales, String... wanted) {
        return Trial.forCheck(check)
                .in(morning(sales).runs("*"))
                .judged(outcome -> differ(ScenarioOutcome.of(outcome).run(0), List.of(wanted)))
                .build();
    }

    private static Optional<Complaint> differ(RunStory run, List<String> wanted) {
        for (String each : wanted) {
            String step = each.substring(0, each.indexOf(' '));
            if (!each.equals(step + " " + run.state(step))) {
                return Optional.of(Complaint.events(String.join(", ", wanted), String.join(", ", wanted))
                        .found(run.states()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> stays(Outcome outcome, Map<String, Long> before) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        Map<String, Long> wanted = new TreeMap<>(before);
        Map<String, Long> found = new TreeMap<>();
        for (Map<String, Object> row : seen.rows(INCOME)) {
            found.put(
                    String.valueOf(row.get("categoria")),
                    row.get("ingresos") instanceof Number sum ? sum.longValue() : null);
        }
        boolean stopped = seen.run(1).state(INCOME).equals("blocked");
        return found.equals(wanted) && stopped
                ? Optional.empty()
                : Optional.of(
                        Complaint.published("the income of yesterday, " + wanted, "los ingresos de ayer, " + wanted)
                                .found(found));
    }
}
