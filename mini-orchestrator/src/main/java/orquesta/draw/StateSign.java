package orquesta.draw;

import orquesta.event.State;

/** A sign and the word of each state. */
public final class StateSign {
    private StateSign() {}

    public static String of(State state) {
        String sign = switch (state) {
            case PLANNED -> "·";
            case WAITING -> "…";
            case RUNNING -> "▶";
            case OK -> "✓";
            case WARNED -> "▲";
            case FAILED -> "✗";
            case TIMED_OUT -> "⧗";
            case BLOCKED -> "■";
            case UPSTREAM_FAILED -> "⊘";
            case SKIPPED -> "↷";
            case REUSED -> "↺";
            case CANCELLED -> "◌";
            case CRASHED -> "☠";
        };
        return sign + " " + state.text();
    }
}
