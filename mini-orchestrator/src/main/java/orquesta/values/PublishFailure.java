package orquesta.values;

import java.io.IOException;
import java.util.Map;
import orquesta.text.Message;
import orquesta.text.UserException;

/** A store could not show what is published; the next start tries again, so its message proposes nothing. */
@SuppressWarnings("OverrideThrowableToString") // who tells of an IOException shows its kind: here it says nothing
final class PublishFailure extends IOException {
    private static final long serialVersionUID = 1;
    /** Sentences by the same without a remedy. */
    private static final Map<String, String> WITHOUT_REMEDY =
            Map.of("postgres.gone", "postgres.away", "database.taken", "database.held");

    PublishFailure(UserException e) {
        super(withoutRemedy(e), e);
    }

    private static String withoutRemedy(UserException e) {
        Message said = e.problems().get(0).message();
        String shorter = WITHOUT_REMEDY.get(said.key());
        return shorter == null
                ? String.valueOf(e.getMessage())
                : Message.of(shorter, said.args().toArray()).toString();
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
