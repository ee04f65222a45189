package assets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Asks the definitions for their arrows, and the tables that the orchestrator publishes for their rows. */
public final class Casos implements TrialSource {
    private static final String INCOME = "ingresos_totales";
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Override
    public List<Trial> trials(long seed) {
        Shop shop = Shop.of(seed);
        return List.of(
                Trial.forCheck("three_assets")
                        .in(shop.plant(morning()))
                        .judged(Casos::threeAssets)
                        .build(),
                Trial.forCheck("arrows")
                        .in(shop.plant(morning()))
                        .judged(Casos::arrows)
                        .build(),
                Trial.forCheck("totals")
                        .in(shop.plant(morning()).runs("*"))
                        .judged(outcome -> totals(outcome, shop.totals()))
                        .build(),
                Trial.forCheck("published")
                        .in(shop.aDayLater()
                                .plant(shop.plant(morning()).runs("*"))
                                .runs(INCOME))
                        .judged(outcome -> published(outcome, shop.totals()))
                        .build(),
                Trial.forCheck("exact")
                        .in(shop.plant(morning()).runs("*"))
                        .judged(Casos::exact)
                        .build());
    }

    private static Scenario morning() {
        return Scenario.at("2026-11-20T07:30", "America/Santiago");
    }

    private static Optional<Complaint> threeAssets(Outcome outcome) {
        List<String> found = ScenarioOutcome.of(outcome).assets();
        List<String> wanted = List.of(INCOME, "productos", "ventas");
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.definition("the assets " + wanted, "los assets " + wanted)
                        .found(found));
    }

    private static Optional<Complaint> arrows(Outcome outcome) {
        List<String> found = ScenarioOutcome.of(outcome).reads(INCOME);
        return new TreeSet<>(found).equals(new TreeSet<>(List.of("productos", "ventas")))
                ? Optional.empty()
                : Optional.of(
                        Complaint.definition(INCOME + " reads productos and ventas", INCOME + " lee productos y ventas")
                                .found("it reads " + found, "lee " + found));
    }

    private static Optional<Complaint> totals(Outcome outcome, Map<String, BigDecimal> wanted) {
        List<Map<String, Object>> rows = ScenarioOutcome.of(outcome).rows(INCOME);
        Map<String, BigDecimal> found = new TreeMap<>();
        rows.forEach(row -> found.put(String.valueOf(row.get("producto")), number(row.get("total"))));
        boolean right = rows.size() == wanted.size() && found.keySet().equals(wanted.keySet());
        for (String product : wanted.keySet()) {
            right = right && near(found.get(product), wanted.get(product));
        }
        return right
                ? Optional.empty()
                : Optional.of(Complaint.published("one row for each of " + wanted, "una fila por cada uno de " + wanted)
                        .found(
                                rows.size() + " rows, the last of each product: " + found,
                                rows.size() + " filas, la última de cada producto: " + found));
    }

    private static BigDecimal number(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }

    private static boolean near(BigDecimal found, BigDecimal wanted) {
        return found.subtract(wanted).abs().compareTo(CENT) <= 0;
    }

    private static Optional<Complaint> published(Outcome outcome, Map<String, BigDecimal> before) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        seen.run(1);
        TreeSet<String> found = new TreeSet<>();
        seen.rows(INCOME).forEach(row -> found.add(String.valueOf(row.get("producto"))));
        return found.equals(before.keySet())
                ? Optional.empty()
                : Optional.of(Complaint.published(
                                "the products that are published: " + before.keySet(),
                                "los productos publicados: " + before.keySet())
                        .found(found));
    }

    private static Optional<Complaint> exact(Outcome outcome) {
        for (Map<String, Object> row : ScenarioOutcome.of(outcome).rows(INCOME)) {
            if (!(row.get("total") instanceof BigDecimal)) {
                return Optional.of(Complaint.published("totals that are DECIMAL", "totales de tipo DECIMAL")
                        .found(row.get("total")));
            }
        }
        return Optional.empty();
    }
}
