package workers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** While one worker computes the long day, all others are done; how often, another check asks. */
record Compartida(String longDay, int days) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        List<Object> before = new ArrayList<>();
        for (Object each : outcome.value(Fields.class).get("sucesos", List.class)) {
            Fields event = (Fields) each;
            String day = event.get("dia", String.class);
            if (event.get("que", String.class).equals("termina")) {
                if (day.equals(longDay)) {
                    break;
                }
                before.add(day);
            }
        }
        long others = before.stream().distinct().count();
        return others == days - 1
                ? Optional.empty()
                : Optional.of(Complaint.value(
                        "all other days done before " + longDay + " ends",
                        "todos los demás días listos antes de que termine " + longDay));
    }
}
