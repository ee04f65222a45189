package workers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/**
 * What every night must come to, whoever takes what: never two at a time on one day, each day done once, everybody alive home.
 * Only what a killed worker had just ended may be done once more. It plays nothing: it reads what happened.
 *
 * @param workers all of them
 * @param days the days to compute
 */
record Noche(List<String> workers, List<String> days) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        Fields history = outcome.value(Fields.class);
        Told told = new Told();
        for (Object each : history.get("sucesos", List.class)) {
            Optional<Complaint> wrong = told.hear((Fields) each);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        Map<?, ?> board = history.get("tablero", Map.class);
        return days.stream()
                .flatMap(day -> told.ofDay(day).or(() -> onBoard(day, board.get(day))).stream())
                .findFirst()
                .or(() -> workers.stream()
                        .filter(worker -> !told.isDone(worker))
                        .map(worker ->
                                wrong(worker + " goes home", worker + " vuelve").found(told.about("")))
                        .findFirst());
    }

    private static Optional<Complaint> onBoard(String day, Object line) {
        return "listo".equals(line)
                ? Optional.empty()
                : Optional.of(wrong(day + ": listo on the board", day + ": listo en el tablero")
                        .found(line));
    }

    private static Complaint wrong(String en, String es) {
        return Complaint.value(en, es);
    }

    /** What happened until now. */
    private static final class Told {
        private final Map<String, List<String>> lines = new HashMap<>();
        private final Map<String, String> atWork = new HashMap<>();
        private final Map<String, List<String>> doneBy = new TreeMap<>();
        private final Map<String, String> lastOf = new HashMap<>();
        private final Set<String> dead = new HashSet<>();
        private final Set<String> home = new HashSet<>();

        Optional<Complaint> hear(Fields event) {
            String worker = event.get("worker", String.class);
            String day = event.get("dia", String.class);
            String what = event.get("que", String.class);
            lines.computeIfAbsent(day, none -> new ArrayList<>()).add(worker + " " + what);
            switch (what) {
                case "empieza" -> {
                    String other = atWork.putIfAbsent(day, worker);
                    if (other != null) {
                        return Optional.of(wrong(
                                        day + ": " + other + " alone, who still works on it",
                                        day + ": solo " + other + ", que todavía lo calcula")
                                .found(about(day)));
                    }
                }
                case "termina" -> {
                    atWork.remove(day);
                    doneBy.computeIfAbsent(day, none -> new ArrayList<>()).add(worker);
                    lastOf.put(worker, day);
                }
                case "muere" -> {
                    dead.add(worker);
                    atWork.values().remove(worker);
                }
                default -> home.add(worker);
            }
            return Optional.empty();
        }

        Optional<Complaint> ofDay(String day) {
            List<String> by = doneBy.getOrDefault(day, List.of());
            if (by.isEmpty()) {
                return Optional.of(wrong(day + " computed", day + " calculado").found(about(day)));
            }
            String first = by.get(0);
            boolean lost = by.size() == 2 && dead.contains(first) && day.equals(lastOf.get(first));
            return by.size() == 1 || lost
                    ? Optional.empty()
                    : Optional.of(wrong(day + " computed once", day + " calculado una vez")
                            .found(about(day)));
        }

        /** Who began and ended a day, and who died; of no day, who died and went home. */
        String about(String day) {
            List<String> told = new ArrayList<>(lines.getOrDefault(day, List.of()));
            if (!day.isEmpty()) {
                dead.forEach(worker -> told.add(worker + " muere"));
            }
            return told.isEmpty() ? "-" : String.join(", ", told);
        }

        boolean isDone(String worker) {
            return dead.contains(worker) || home.contains(worker);
        }
    }
}
