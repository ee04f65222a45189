package dag;

import java.util.Map;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** These tables have these levels, whatever the rest of the plan says. */
record WithLevels(Map<String, Integer> levels) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        Map<?, ?> given = outcome.value(Fields.class).get("niveles", Map.class);
        return levels.entrySet().stream()
                .filter(each -> !each.getValue().equals(given.get(each.getKey())))
                .findFirst()
                .map(each -> Complaint.value(
                        "level " + each.getValue() + " for " + each.getKey(),
                        "nivel " + each.getValue() + " para " + each.getKey()));
    }
}
