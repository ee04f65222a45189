package orquesta.autograder.evidence;

import java.util.function.BooleanSupplier;

/**
 * How often a child that owes a word is looked at before nobody waits for it any more. Looks are counted, since a machine that
 * stands still for seconds takes one of them; and while the child is ready to run and may get no processor, a tenth of each.
 */
final class Looks {
    static final long MILLIS = 25;
    private static final int TENTHS = 10;

    private final BooleanSupplier ready;
    private int left;

    /**
     * @param looks so many, of {@value #MILLIS} milliseconds each, at a child that only waits
     * @param ready whether the child runs, or would if a processor were free
     */
    Looks(int looks, BooleanSupplier ready) {
        this.left = looks * TENTHS;
        this.ready = ready;
    }

    /** To be asked before each look. */
    boolean another() {
        if (left <= 0) {
            return false;
        }
        left -= ready.getAsBoolean() ? 1 : TENTHS;
        return true;
    }
}
