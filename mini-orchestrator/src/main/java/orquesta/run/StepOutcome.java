package orquesta.run;

import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;
import orquesta.text.Message;

/** How the user's code of one attempt ended. */
public sealed interface StepOutcome {
    /** It returned a value, which is written. */
    record Written(Materialization value) implements StepOutcome {}

    /** It was not called: another run had published what it would have made, or has just failed at it. */
    record Elsewhere(State state, Message why) implements StepOutcome {}

    /** It judged. */
    record Judged(Fact.CheckEvaluated result) implements StepOutcome {}

    /** It asked to be skipped; {@code why} is empty where it did not say. */
    record Skipped(String why) implements StepOutcome {}

    /**
     * It threw, or what it returned cannot be used.
     *
     * @param permanent whether no new attempt can mend it
     */
    record Failed(Message why, boolean permanent) implements StepOutcome {
        public Failed(Message why) {
            this(why, false);
        }
    }
}
