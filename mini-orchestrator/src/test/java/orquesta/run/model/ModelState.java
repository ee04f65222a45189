package orquesta.run.model;

import java.util.Locale;

/** The final states that a step can have in a run that is neither cancelled nor crashed. */
enum ModelState {
    OK,
    WARNED,
    FAILED,
    BLOCKED,
    UPSTREAM_FAILED,
    SKIPPED,
    TIMED_OUT;

    /** The state as the page, the command line and the store say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * "A failed, blocked or upstream_failed input makes a step upstream_failed." A time-out is read as a failure
     * (SILENT.md, 1).
     */
    boolean failsReaders() {
        return switch (this) {
            case FAILED, BLOCKED, UPSTREAM_FAILED, TIMED_OUT -> true;
            case OK, WARNED, SKIPPED -> false;
        };
    }
}
