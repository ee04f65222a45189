package orquesta.notify;

import orquesta.text.Message;

/** A notice did not arrive. */
final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message reason;
    private final boolean again;

    /** @param again whether trying again may help */
    NotSent(boolean again, Message reason) {
        super(reason.toString());
        this.reason = reason;
        this.again = again;
    }

    Message reason() {
        return reason;
    }

    boolean again() {
        return again;
    }
}
