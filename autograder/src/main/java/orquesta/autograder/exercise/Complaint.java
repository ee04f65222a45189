package orquesta.autograder.exercise;

import java.util.Optional;

/**
 * What is wrong with an outcome: what was expected, by which rule. The answer itself is shown beside it.
 *
 * @param kind the class of the difference, as FORMAT.md lists them
 * @param found what to show in the place of the whole answer; empty for all of it
 */
public record Complaint(String kind, Bilingual what, Optional<Bilingual> found) {
    public Complaint(String kind, Bilingual what) {
        this(kind, what, Optional.empty());
    }

    /** Something that definitions say is not as it is asked. */
    public static Complaint definition(String en, String es) {
        return new Complaint("definition", new Bilingual(en, es));
    }

    /** Something did not happen in a run as it should. */
    public static Complaint events(String en, String es) {
        return new Complaint("events", new Bilingual(en, es));
    }

    /** Schedules fire at other times. */
    public static Complaint ticks(String en, String es) {
        return new Complaint("ticks", new Bilingual(en, es));
    }

    /** Readers see another table. */
    public static Complaint published(String en, String es) {
        return new Complaint("published", new Bilingual(en, es));
    }

    /** The same, with what was found. */
    public Complaint found(String en, String es) {
        return new Complaint(kind, what, Optional.of(new Bilingual(en, es)));
    }

    /** The same, with what was found, which reads alike in both languages. */
    public Complaint found(Object seen) {
        return found(String.valueOf(seen), String.valueOf(seen));
    }

    /** The usual one: the value is not right. */
    public static Complaint value(String en, String es) {
        return new Complaint("value", new Bilingual(en, es));
    }

    /** What it holds is right, and not its order. */
    public static Complaint order(String en, String es) {
        return new Complaint("order", new Bilingual(en, es));
    }

    /** It is of another type, or something in it is. */
    public static Complaint type(String en, String es) {
        return new Complaint("type", new Bilingual(en, es));
    }

    /** A value came where an exception was expected, or another exception. */
    public static Complaint exception(String en, String es) {
        return new Complaint("exception", new Bilingual(en, es));
    }

    /** Thrown by an {@link Outcome} that is asked for what it is not. */
    public static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Complaint complaint;

        Raised(Complaint complaint) {
            super(complaint.what().en());
            this.complaint = complaint;
        }

        public Complaint complaint() {
            return complaint;
        }
    }
}
