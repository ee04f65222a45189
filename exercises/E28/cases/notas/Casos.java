package notas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Runs the shop on a day that has passed, and reads what is noted beside the table in each run. */
public final class Casos implements TrialSource {
    private static final String STEP = "ventas_limpias";

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        Day first = Day.of(chance);
        Day second = Day.of(chance);
        String date = "2026-10-" + (10 + chance.nextInt(20));
        Scenario once =
                first.plant(Scenario.at(date + "T07:30", "America/Santiago")).runs("*");
        Scenario twice = second.plant(first.plant(Scenario.at(date + "T07:30", "America/Santiago"))
                        .runs("*"))
                .runs("*");
        return List.of(
                Trial.forCheck("rows")
                        .in(once)
                        .judged(outcome -> rows(outcome, first))
                        .build(),
                noted("counts", once, 0, counts(first)),
                noted("amount", once, 0, Map.of("monto_rechazado", first.rejectedAmount())),
                noted("date", once, 0, Map.of("fecha", date)),
                noted("each_run", twice, 1, counts(second)));
    }

    private static Map<String, Object> counts(Day day) {
        return Map.of("leidas", day.read(), "rechazadas", day.rejected());
    }

    private static Optional<Complaint> rows(Outcome outcome, Day day) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> row : ScenarioOutcome.of(outcome).rows(STEP)) {
            found.add(row.get("producto") + " " + row.get("precio") + " " + row.get("cantidad"));
        }
        return found.stream()
                        .sorted()
                        .toList()
                        .equals(day.kept().stream().sorted().toList())
                ? Optional.empty()
                : Optional.of(Complaint.published("the sales " + day.kept(), "las ventas " + day.kept())
                        .found(found));
    }

    private static Trial noted(String check, Scenario scenario, int run, Map<String, Object> wanted) {
        return Trial.forCheck(check)
                .in(scenario)
                .judged(outcome -> noted(ScenarioOutcome.of(outcome).run(run), wanted))
                .build();
    }

    private static Optional<Complaint> noted(RunStory run, Map<String, Object> wanted) {
        Map<String, Object> found = run.metadata(STEP);
        for (Map.Entry<String, Object> each : wanted.entrySet()) {
            if (!Objects.equals(plain(found.get(each.getKey())), plain(each.getValue()))) {
                String name = each.getKey() + " = ";
                return Optional.of(Complaint.events(name + each.getValue(), name + each.getValue())
                        .found(found.isEmpty() ? "{}" : found));
            }
        }
        return Optional.empty();
    }

    /** Whole numbers of either size are the same; decimals whatever their zeros. */
    private static Object plain(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
