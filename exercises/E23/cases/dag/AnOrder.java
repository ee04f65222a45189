package dag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** Any order in which every table stands once, behind all that it needs. */
record AnOrder(Map<String, List<String>> needs) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        List<String> order = outcome.list(String.class);
        Map<String, Integer> places = new HashMap<>();
        order.forEach(table -> places.put(table, places.size()));
        for (Map.Entry<String, List<String>> each : needs.entrySet()) {
            for (String needed : each.getValue()) {
                boolean both = places.containsKey(needed) && places.containsKey(each.getKey());
                if (both && places.get(needed) > places.get(each.getKey())) {
                    return Optional.of(Complaint.value(
                            needed + " before " + each.getKey() + ", which needs it",
                            needed + " antes que " + each.getKey() + ", que la necesita"));
                }
            }
        }
        return eachOnce(needs).complaint(outcome);
    }

    /** Every table once, in whatever order. */
    static Validator eachOnce(Map<String, List<String>> needs) {
        Set<String> all = new TreeSet<>(needs.keySet());
        needs.values().forEach(all::addAll);
        return Validator.anyOrder(all);
    }
}
