package orquesta.schedule.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The one door through which the oracle and the evaluator that it judges are asked. */
@FunctionalInterface
public interface Ticks {
    /**
     * Lists ticks in order.
     *
     * @param expression five fields or one of the words that begin with @
     * @param zone whose wall clock counts
     * @param after ticks are strictly later than this
     * @param count how many ticks
     * @return exactly that many ticks
     * @throws Refused if the expression is none, or if no date can match it
     */
    List<WallTick> next(String expression, ZoneId zone, Instant after, int count) throws Refused;

    /** The expression is refused. Every other exception is a fault. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param why the sentence that a user would read */
        public Refused(String why) {
            super(why);
        }
    }
}
