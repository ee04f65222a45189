package dag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** A CicloException whose path goes around once: along what is needed, or against it. */
record ACircle(Map<String, List<String>> needs) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        if (!(outcome.threw("CicloException").fields().get("camino") instanceof List<?> path)) {
            return wrong("a CicloException with its path", "una CicloException con su camino");
        }
        boolean closed = path.size() > 1 && path.get(0) != null && path.get(0).equals(path.get(path.size() - 1));
        if (!closed) {
            return wrong(
                    "a path that ends with the table with which it begins",
                    "un camino que termine en la tabla con que empieza");
        }
        boolean along = true;
        boolean against = true;
        for (int i = 1; i < path.size(); i++) {
            along &= isNeeded(path.get(i - 1), path.get(i));
            against &= isNeeded(path.get(i), path.get(i - 1));
        }
        return along || against
                ? Optional.empty()
                : wrong(
                        "a path in which each table needs the next one",
                        "un camino en que cada tabla necesite a la siguiente");
    }

    private boolean isNeeded(Object table, Object other) {
        List<String> needed = needs.get(table);
        return needed != null && needed.contains(other);
    }

    private static Optional<Complaint> wrong(String en, String es) {
        return Optional.of(Complaint.exception(en, es));
    }
}
