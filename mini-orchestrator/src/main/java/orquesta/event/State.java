package orquesta.event;

import java.util.Locale;

/** The state of a step. No step is ever without one. */
public enum State {
    /** Picked, and free to start as soon as a worker is. */
    PLANNED(false),
    /** Waits for another task, a place in a pool, another run, or its next attempt. */
    WAITING(false),
    RUNNING(false),
    /** An asset is published, a check passed. */
    OK(true),
    /** A warning check failed; what it judged is published all the same. */
    WARNED(true),
    FAILED(true),
    /** Took longer than it may. */
    TIMED_OUT(true),
    /** Computed, but kept unpublished by a check. */
    BLOCKED(true),
    /** Never started, because of a failure above. */
    UPSTREAM_FAILED(true),
    /** Not computed, on purpose; nor is what depends on it. Or its process died before it began. */
    SKIPPED(true),
    /** Not computed again: an earlier run had done it. */
    REUSED(true),
    CANCELLED(true),
    /** Its process died. */
    CRASHED(true);

    private final boolean end;

    State(boolean end) {
        this.end = end;
    }

    /** Whether a step stays in this state for ever. */
    public boolean isEnd() {
        return end;
    }

    /** Whether what depends on the step may run. */
    public boolean isGood() {
        return this == OK || this == WARNED || this == REUSED;
    }

    /** As events, pages and scripts write it: {@code upstream_failed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
