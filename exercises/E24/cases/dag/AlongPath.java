package dag;

import java.util.List;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** The only slowest way, whatever the rest of the plan says. */
record AlongPath(List<String> path) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        return path.equals(outcome.value(Fields.class).get("camino", List.class))
                ? Optional.empty()
                : Optional.of(Complaint.value("the path " + path, "el camino " + path));
    }
}
