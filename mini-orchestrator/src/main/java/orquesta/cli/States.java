package orquesta.cli;

import orquesta.event.RunStatus;
import orquesta.event.State;

/** A sign and the word of each state: never colour alone. */
final class States {
    private States() {}

    static String of(State state) {
        String sign = switch (state) {
            case PLANNED -> "·";
            case WAITING -> "…";
            case RUNNING -> "▶";
            case OK -> "✓";
            case WARNED -> "▲";
            case FAILED -> "✗";
            case BLOCKED -> "■";
            case UPSTREAM_FAILED -> "⊘";
            case SKIPPED -> "↷";
            case CANCELLED -> "◌";
            case CRASHED -> "☠";
        };
        return sign + " " + state.text();
    }

    static String of(RunStatus status) {
        return of(State.parse(status.text()));
    }
}
