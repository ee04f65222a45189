package dag;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** A text that goes once around, each table before one that it needs; it may begin anywhere. */
record OnceAround(Map<String, List<String>> needs) implements Validator {
    private static final String ARROW = " -> ";

    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        Object found = outcome.value(Optional.class).orElse("");
        List<String> way = List.of(String.valueOf(found).split(ARROW, -1));
        if (way.size() < 2 || !way.get(0).equals(way.get(way.size() - 1))) {
            return wrong(
                    "a way that ends with the table with which it begins, such as a -> b -> a",
                    "un camino que termine con la tabla con que empieza, como a -> b -> a");
        }
        List<String> around = way.subList(1, way.size());
        if (new HashSet<>(around).size() < around.size()) {
            return wrong("each table of the cycle once", "cada tabla del ciclo una vez");
        }
        for (int i = 1; i < way.size(); i++) {
            if (!needs.getOrDefault(way.get(i - 1), List.of()).contains(way.get(i))) {
                return wrong(
                        "a way on which each table needs the next one",
                        "un camino en que cada tabla necesite a la siguiente");
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> wrong(String en, String es) {
        return Optional.of(Complaint.value(en, es));
    }
}
