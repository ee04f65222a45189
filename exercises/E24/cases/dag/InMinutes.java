package dag;

import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** All is done after so many minutes, whatever the rest of the plan says. */
record InMinutes(int minutes) implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        return outcome.value(Fields.class).get("minutos", Integer.class) == minutes
                ? Optional.empty()
                : Optional.of(Complaint.value(minutes + " minutes", minutes + " minutos"));
    }
}
