package orquesta.sensor;

import orquesta.text.Message;

/** What a sensor saw. */
public sealed interface SensorAnswer {
    /** In words. */
    Message reason();

    /**
     * Something happened: the job runs.
     *
     * @param cursor how far it has seen now; kept together with the run that begins, or not at all
     * @param partition the partition that the run computes, or an empty text
     */
    record Fires(String cursor, String partition, Message reason) implements SensorAnswer {}

    /** Nothing new. */
    record Waits(Message reason) implements SensorAnswer {}

    /** Something happened, told in the user's words. */
    static SensorAnswer fires(String cursor, String reason) {
        return new Fires(cursor, "", Message.valueOf(reason));
    }

    /** The same, for one partition of what the job computes. */
    static SensorAnswer fires(String cursor, String reason, String partition) {
        return new Fires(cursor, partition, Message.valueOf(reason));
    }

    /** Nothing new, told in the user's words. */
    static SensorAnswer waits(String reason) {
        return new Waits(Message.valueOf(reason));
    }
}
