package orquesta.run.model;

/** What the code of a step does at its last attempt, if the step runs at all. */
public enum Outcome {
    /** An asset returns a value; a check judges and passes. */
    SUCCEEDS,
    /** A check judges and does not pass. An asset never does this. */
    JUDGES_BAD,
    /** It throws, or it returns null, at every attempt. */
    THROWS,
    /** It calls {@code run.skip("reason")}, whether or not its code catches what that throws. */
    SKIPS,
    /** It takes longer than its time-out, at every attempt. */
    TIMES_OUT
}
