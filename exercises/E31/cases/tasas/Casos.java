package tasas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Runs the job beside a bank that fails as it is told, and reads the attempts from the log of the virtual clock. */
public final class Casos implements TrialSource {
    private static final String STEP = "tasas";

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        long dollar = 800 + chance.nextInt(300);
        long sale = 10 + chance.nextInt(90);
        Day day = new Day(dollar, sale);
        return List.of(
                attempts("waits_longer", day.when("red,red,ok"), "ok", 10, 20),
                Trial.forCheck("rows")
                        .in(day.when("red,ok").runsJob("diario"))
                        .judged(outcome -> rows(outcome, Map.of("USD", dollar * sale, "EUR", (dollar + 70) * 2)))
                        .build(),
                attempts("capped", day.when("red,red,red,ok"), "ok", 10, 20, 30),
                Trial.forCheck("gives_up")
                        .in(day.when("red").runsJob("diario"))
                        .judged(Casos::givesUp)
                        .build(),
                attempts("permanent", day.when("red,esquema"), "failed", 10),
                attempts("permanent_kinds", day.when("red,columna"), "failed", 10),
                Trial.forCheck("only_tasas")
                        .in(day.when("red,ok")
                                .fails("ventas", 1, "java.io.IOException", "the disk")
                                .runsJob("diario"))
                        .judged(Casos::onlyTasas)
                        .build());
    }

    /** The files of a day: two sales in dollars that add up to one amount, one in euros. */
    private record Day(long dollar, long sale) {
        Scenario when(String bank) {
            return Scenario.at("2026-11-20T07:30", "America/Santiago")
                    .file("tasas.csv", "moneda,tasa\nUSD," + dollar + "\nEUR," + (dollar + 70) + "\n")
                    .file("ventas.csv", "moneda,monto\nUSD," + (sale - 3) + "\nEUR,2\nUSD,3\n")
                    .set("banco", bank);
        }
    }

    private static Trial attempts(String check, Scenario scenario, String end, Integer... seconds) {
        return Trial.forCheck(check)
                .in(scenario.runsJob("diario"))
                .judged(outcome -> waits(ScenarioOutcome.of(outcome).run(0), end, List.of(seconds)))
                .build();
    }

    private static Optional<Complaint> waits(RunStory run, String end, List<Integer> seconds) {
        boolean right = run.state(STEP).equals(end) && seconds.equals(waits(run));
        return right
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                told("en", seconds) + ", then " + end, told("es", seconds) + ", y al final " + end)
                        .found(
                                told("en", waits(run)) + ", then " + run.state(STEP),
                                told("es", waits(run)) + ", y al final " + run.state(STEP)));
    }

    /** How many seconds lie between the beginnings of the attempts. */
    private static List<Integer> waits(RunStory run) {
        List<Instant> began = run.attempts(STEP);
        List<Integer> waits = new ArrayList<>();
        for (int i = 1; i < began.size(); i++) {
            waits.add((int) Duration.between(began.get(i - 1), began.get(i)).toSeconds());
        }
        return waits;
    }

    private static String told(String language, List<Integer> waits) {
        String seconds = waits.stream().map(wait -> wait + " s").collect(Collectors.joining(", "));
        String all = waits.isEmpty() ? "" : " (" + seconds + ")";
        int attempts = waits.size() + 1;
        return language.equals("en") ? attempts + " attempts of tasas" + all : attempts + " intentos de tasas" + all;
    }

    private static Optional<Complaint> rows(Outcome outcome, Map<String, Long> expected) {
        Map<String, Long> found = new TreeMap<>();
        for (Map<String, Object> row : ScenarioOutcome.of(outcome).rows("ventas_en_pesos")) {
            found.put(
                    String.valueOf(row.get("moneda")), row.get("pesos") instanceof Number sum ? sum.longValue() : null);
        }
        Map<String, Long> wanted = new TreeMap<>(expected);
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.published("the pesos " + wanted, "los pesos " + wanted)
                        .found(found));
    }

    private static Optional<Complaint> givesUp(Outcome outcome) {
        RunStory run = ScenarioOutcome.of(outcome).run(0);
        int attempts = run.attempts(STEP).size();
        String found =
                attempts + ": " + run.state(STEP) + ", " + run.state("ventas_en_pesos") + ", " + run.state("ventas");
        return found.equals("4: failed, upstream_failed, ok")
                ? Optional.empty()
                : Optional.of(Complaint.events(
                                "4 attempts of tasas, then failed; ventas_en_pesos upstream_failed; ventas ok",
                                "4 intentos de tasas, y al final failed; ventas_en_pesos upstream_failed; ventas ok")
                        .found(
                                attempts + " attempts of tasas; " + run.states(),
                                attempts + " intentos de tasas; " + run.states()));
    }

    private static Optional<Complaint> onlyTasas(Outcome outcome) {
        RunStory run = ScenarioOutcome.of(outcome).run(0);
        int file = run.attempts("ventas").size();
        int bank = run.attempts(STEP).size();
        return file == 1 && bank == 2
                ? Optional.empty()
                : Optional.of(Complaint.events("1 attempt of ventas, 2 of tasas", "1 intento de ventas, 2 de tasas")
                        .found(file + " of ventas, " + bank + " of tasas", file + " de ventas, " + bank + " de tasas"));
    }
}
