package orquesta.event;

import java.util.Locale;

/** The status of a run, and the exit code that the command line gives for it. */
public enum RunStatus {
    RUNNING(0),
    OK(0),
    WARNED(0),
    FAILED(1),
    BLOCKED(3),
    CANCELLED(130),
    CRASHED(1),
    TIMED_OUT(1);

    private final int exit;

    RunStatus(int exit) {
        this.exit = exit;
    }

    /** 0 ok, 1 failed (a retry may help), 3 a blocking check failed, 130 stopped from the keyboard. */
    public int exit() {
        return exit;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunStatus parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
