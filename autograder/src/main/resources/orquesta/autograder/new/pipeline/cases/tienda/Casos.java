package tienda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

public final class Casos implements TrialSource {
    @Override
    public List<Trial> trials(long seed) {
        long price = 100 + new Random(seed).nextInt(900);
        String sales = "producto;total\nPan;" + price + "\nTé;990\nPan;" + 2 * price + "\n";
        return List.of(
                Trial.forCheck("edge").in(scenario(sales)).judged(Casos::edge).build(),
                Trial.forCheck("rows").in(scenario(sales).runs("*totales"))
                        .judged(outcome -> rows(outcome, Map.of("Pan", 3 * price, "Té", 990L))).build(),
                Trial.forCheck("blocked").in(scenario("producto;total\nPan;" + -price + "\n").runs("*totales"))
                        .judged(Casos::blocked).build(),
                Trial.forCheck("job").in(scenario(sales).runsJob("diario")).judged(Casos::job).build());
    }

    private static Scenario scenario(String sales) {
        return Scenario.at("2026-11-20T07:00", "America/Santiago").file("ventas.csv", sales);
    }

    private static Optional<Complaint> edge(Outcome outcome) {
        List<String> reads = ScenarioOutcome.of(outcome).reads("totales");
        return reads.equals(List.of("ventas"))
                ? Optional.empty()
                : Optional.of(Complaint.definition("totales reads [ventas]", "totales lee [ventas]").found(reads));
    }

    private static Optional<Complaint> rows(Outcome outcome, Map<String, Long> expected) {
        Map<String, Long> totals = new HashMap<>();
        for (Map<String, Object> row : ScenarioOutcome.of(outcome).rows("totales")) {
            totals.put(String.valueOf(row.get("producto")), row.get("total") instanceof Number sum ? sum.longValue() : null);
        }
        return totals.equals(expected)
                ? Optional.empty()
                : Optional.of(Complaint.published("totals " + expected, "los totales " + expected).found(totals));
    }

    private static Optional<Complaint> blocked(Outcome outcome) {
        RunStory run = ScenarioOutcome.of(outcome).run(0);
        return run.state("totales").equals("blocked")
                ? Optional.empty()
                : Optional.of(Complaint.events("totales blocked", "totales blocked").found(run.states()));
    }

    private static Optional<Complaint> job(Outcome outcome) {
        List<String> began = ScenarioOutcome.of(outcome).run(0).began().stream().filter(step -> !step.contains("#")).toList();
        return began.equals(List.of("ventas", "totales"))
                ? Optional.empty()
                : Optional.of(Complaint.events("ventas, then totales", "ventas y después totales").found(began));
    }
}
