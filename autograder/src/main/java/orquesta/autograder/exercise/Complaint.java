package orquesta.autograder.exercise;

/**
 * What is wrong with an outcome: what was expected, by which rule. The answer itself is shown beside it.
 *
 * @param kind the class of the difference, as FORMAT.md lists them
 */
public record Complaint(String kind, Bilingual what) {
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
