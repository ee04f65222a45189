package orquesta.notebook;

import orquesta.text.Message;

/** A cell was ended before its code ended: by its time limit or by the user. */
final class CellStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    CellStopped(Message why) {
        super(why.toString());
    }
}
