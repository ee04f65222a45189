package workers;

import java.util.Locale;
import java.util.Optional;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** The letter of the moment in which the work has ended and nobody knows. */
record Twice() implements Validator {
    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        String said = outcome.value(Fields.class).get("dosVeces", String.class);
        return said.strip().toLowerCase(Locale.ROOT).equals("c")
                ? Optional.empty()
                : Optional.of(Complaint.value(
                                "the letter of the moment after which the work is there and the board does not say so",
                                "la letra del momento tras el cual el trabajo está hecho y el tablero no lo dice")
                        .found(said));
    }
}
