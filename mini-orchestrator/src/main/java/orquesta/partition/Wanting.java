package orquesta.partition;

import java.util.Optional;
import orquesta.text.Message;

/** Why a value is computed again where only what is needed was asked for; the first that holds is the reason. */
public enum Wanting {
    /** Nothing of it is published, and nobody failed at it. */
    MISSING,
    /** Its last attempt failed, whether or not an older value is there. */
    FAILED,
    /** Something that it reads was made later. */
    OLDER,
    /** Something that it reads is computed in the same run. */
    UPSTREAM;

    /**
     * What is told of it.
     *
     * @param there whether something of it is published
     * @param failed whether its last attempt failed
     * @param current whether what is published is younger than all that it reads
     * @param upstream whether something that it reads is computed in this run
     * @return empty if it need not be computed
     */
    public static Optional<Message> why(boolean there, boolean failed, boolean current, boolean upstream) {
        if (failed) {
            return Optional.of(Message.of("plan.failed"));
        }
        if (!there) {
            return Optional.of(Message.of("plan.missing"));
        }
        if (!current) {
            return Optional.of(Message.of("plan.older"));
        }
        return upstream ? Optional.of(Message.of("plan.upstream")) : Optional.empty();
    }
}
